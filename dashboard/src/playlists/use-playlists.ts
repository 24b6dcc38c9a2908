import { type Playlist, playlistList } from '@mcc/contract'
import { useEffect, useReducer, useRef, useState } from 'react'
import { z } from 'zod'
import { request, type Answer } from '../rest/request.js'
import { untilReached } from '../rest/until-reached.js'

const PATH = '/api/v1/playlists'
const answer = z.object({ version: z.int(), playlists: playlistList })

export type Outcome = 'saved' | 'changed-meanwhile' | 'forbidden' | 'failed'
interface Draft {
  /** The version that is being edited; undefined until it was read. */
  version: number | undefined
  lists: Playlist[]
  edited: boolean
}
const NOTHING: Draft = { version: undefined, lists: [], edited: false }

function outcomeOf(sent: Answer<unknown>): Outcome {
  if (sent.ok) return 'saved'
  if (sent.code === 'changed_meanwhile') return 'changed-meanwhile'
  return sent.failure === 'forbidden' ? 'forbidden' : 'failed'
}

/** The playlists as they are being edited: read once, changed here, sent as one document. */
export function usePlaylists() {
  const [draft, setDraft] = useState(NOTHING)
  const [outcome, setOutcome] = useState<Outcome>()
  const saving = useRef(false)
  const [wish, load] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    return untilReached(
      () => request(answer, PATH),
      (read) => {
        if (read.ok) setDraft({ version: read.value.version, lists: read.value.playlists, edited: false })
        setOutcome(read.ok ? undefined : 'failed')
      },
    )
  }, [wish])
  const edit = (lists: Playlist[]) => {
    setDraft({ ...draft, lists, edited: true })
    setOutcome(undefined)
  }
  const save = async () => {
    // pressed twice, the second would be told that somebody else had changed what the first one did
    if (saving.current) return
    saving.current = true
    const { version, lists } = draft
    const sent = await request(answer, PATH, { method: 'POST', body: { version, playlists: lists } })
    saving.current = false
    if (sent.ok)
      setDraft((now) =>
        now.lists === lists
          ? { version: sent.value.version, lists: sent.value.playlists, edited: false }
          : { ...now, version: sent.value.version },
      )
    setOutcome(outcomeOf(sent))
  }
  return { ...draft, outcome, load, edit, save }
}
