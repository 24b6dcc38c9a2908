import { useEffect, useState } from 'react'
import { enterAsDisplay, refreshSession } from '../rest/session.js'

export type Entry = 'entering' | 'open' | 'closed' | 'refused' | 'unreachable'
const RETRY_MS = 3_000

const tokenOf = (hash: string): string | null => new URLSearchParams(hash.slice(1)).get('display')
const dropFragment = (): void =>
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search)

/** One attempt: the token of the fragment is posted and then dropped from the address; else the cookie decides. */
async function attempt(): Promise<Entry> {
  const token = tokenOf(window.location.hash)
  if (token !== null) {
    const answer = await enterAsDisplay(token)
    if (!answer.ok && answer.failure === 'unreachable') return 'unreachable'
    dropFragment()
    if (!answer.ok) return 'refused'
  }
  const { status } = await refreshSession()
  if (status === 'known') return 'open'
  return status === 'anonymous' ? 'closed' : 'unreachable'
}

/** Lets a wall in by its display link or cookie; keeps trying while the server cannot be reached. */
export function useWallEntry(): Entry {
  const [entry, setEntry] = useState<Entry>('entering')
  useEffect(() => {
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const run = async () => {
      const result = await attempt()
      if (gone) return
      // A refused link stays the reason, though the next attempt finds only a missing cookie.
      setEntry((was) => (was === 'refused' && result === 'closed' ? was : result))
      if (result !== 'open') timer = setTimeout(() => void run(), RETRY_MS)
    }
    void run()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [])
  return entry
}
