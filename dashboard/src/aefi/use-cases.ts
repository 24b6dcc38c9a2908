import { useCallback, useEffect, useRef, useState } from 'react'
import { casesPage, type AefiCase, type CaseFilter } from '../rest/aefi-cases.js'
import type { RequestFailure } from '../rest/request.js'
import { untilReached } from '../rest/until-reached.js'

const PAGE = 50
/** So long after the last key is the list asked for, so that typing is one look on record and not ten. */
const SETTLE_MS = 300

interface Listed {
  cases: AefiCase[]
  next: string | null
  failure: RequestFailure | undefined
  loading: boolean
  /** The filter that the cases passed. */
  of: string
}
const NOTHING: Listed = { cases: [], next: null, failure: undefined, loading: true, of: '' }

/**
 * The cases that pass the filter, page after page. A failed page keeps the ones before it; those of another filter stand
 * until this one is answered, and are `behind` till then.
 */
export function useCases(filter: CaseFilter) {
  const [listed, setListed] = useState(NOTHING)
  const stop = useRef<() => void>(undefined)
  const forget = useCallback(() => stop.current?.(), [])
  const text = JSON.stringify(filter)
  const load = useCallback(
    (before?: string) => {
      forget()
      setListed((was) => ({ ...was, loading: true, failure: undefined }))
      const hear = (got: Awaited<ReturnType<typeof casesPage>>) =>
        setListed((was) => {
          const known = was.of === text ? was : { ...NOTHING, of: text }
          if (!got.ok) return { ...known, failure: got.failure, loading: false }
          const { cases, next } = got.value
          const all = before === undefined ? cases : [...known.cases, ...cases]
          return { cases: all, next, failure: undefined, loading: false, of: text }
        })
      stop.current = untilReached(() => casesPage(JSON.parse(text) as CaseFilter, PAGE, before), hear)
    },
    [text, forget],
  )
  useEffect(() => {
    const timer = setTimeout(load, SETTLE_MS)
    return () => {
      clearTimeout(timer)
      forget()
    }
  }, [load, forget])
  const behind = listed.of !== text
  const more = () => (listed.next === null || behind ? undefined : load(listed.next))
  return { ...listed, loading: listed.loading || behind, behind, reload: () => load(), more }
}
