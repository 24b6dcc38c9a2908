import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Display, listDisplays } from '../../rest/displays.js'
import type { Refusal } from '../../rest/request.js'
import { refreshSession } from '../../rest/session.js'
import type { Reading } from '../../rest/use-read.js'

interface Known {
  value: Display[] | undefined
  refusal: Refusal | undefined
  /** Monotonic ms of the last question. */
  askedAt: number | undefined
}
/** One list for the page of displays and for the notice on every desk, so that both change together. */
const store = createStore<Known>(() => ({ value: undefined, refusal: undefined, askedAt: undefined }))

/** A token runs for 90 days: a notice that is ten minutes old is young. */
const OLD_MS = 600_000

async function refresh(): Promise<void> {
  store.setState({ askedAt: performance.now() })
  const answer = await listDisplays()
  if (answer.ok) store.setState({ value: answer.value.displays, refusal: undefined })
  else {
    store.setState({ refusal: answer })
    if (answer.failure === 'unauthorised') await refreshSession()
  }
}
function refreshIfOld(): void {
  const { askedAt } = store.getState()
  if (askedAt === undefined || performance.now() - askedAt >= OLD_MS) void refresh()
}

/** The displays that have a token, read anew when this is first shown. */
export function useDisplays(): Reading<Display[]> {
  const { value, refusal } = useStore(store)
  useEffect(() => void refresh(), [])
  const { failure, code } = refusal ?? {}
  return { value, failure, code, behind: false, reload: () => void refresh() }
}

/** The displays whose token has ended or soon will; asked for now and then while `wanted`. */
export function useDueDisplays(wanted: boolean): Display[] {
  const { value } = useStore(store)
  useEffect(() => {
    if (!wanted) return undefined
    refreshIfOld()
    const timer = setInterval(refreshIfOld, OLD_MS)
    return () => clearInterval(timer)
  }, [wanted])
  return wanted ? (value ?? []).filter(({ stand }) => stand !== 'good') : []
}
