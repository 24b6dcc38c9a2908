import { type Playlist, playlistList } from '@mcc/contract'
import { useEffect, useReducer, useState } from 'react'
import { z } from 'zod'
import { request } from '../rest/request.js'

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

/** The playlists as they are being edited: read once, changed here, sent as one document. */
export function usePlaylists() {
  const [draft, setDraft] = useState(NOTHING)
  const [outcome, setOutcome] = useState<Outcome>()
  const [wish, load] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    let gone = false
    void request(answer, PATH).then((read) => {
      if (gone) return
      if (read.ok) setDraft({ version: read.value.version, lists: read.value.playlists, edited: false })
      setOutcome(read.ok ? undefined : 'failed')
    })
    return () => {
      gone = true
    }
  }, [wish])
  const edit = (lists: Playlist[]) => {
    setDraft({ ...draft, lists, edited: true })
    setOutcome(undefined)
  }
  const save = async () => {
    const body = { version: draft.version, playlists: draft.lists }
    const sent = await request(answer, PATH, { method: 'POST', body })
    if (sent.ok) setDraft({ version: sent.value.version, lists: sent.value.playlists, edited: false })
    const failures: Partial<Record<string, Outcome>> = {
      refused: 'changed-meanwhile',
      forbidden: 'forbidden',
    }
    setOutcome(sent.ok ? 'saved' : (failures[sent.failure] ?? 'failed'))
  }
  return { ...draft, outcome, load, edit, save }
}
