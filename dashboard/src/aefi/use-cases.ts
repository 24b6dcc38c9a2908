import { useCallback, useEffect, useRef, useState } from 'react'
import { casesPage, type AefiCase, type CaseFilter } from '../rest/aefi-cases.js'
import type { RequestFailure } from '../rest/request.js'

const PAGE = 50
/** So long after the last key is the list asked for, so that typing is one look on record and not ten. */
const SETTLE_MS = 300

interface Listed {
  cases: AefiCase[]
  next: string | null
  failure: RequestFailure | undefined
  loading: boolean
}
const NOTHING: Listed = { cases: [], next: null, failure: undefined, loading: true }

/** The cases that pass the filter, page after page. A failed page keeps the ones before it. */
export function useCases(filter: CaseFilter, allowed: boolean) {
  const [listed, setListed] = useState(NOTHING)
  const asked = useRef(0)
  const forget = useCallback(() => void asked.current++, [])
  const text = JSON.stringify(filter)
  const load = useCallback(
    async (before?: string) => {
      const mine = ++asked.current
      setListed((was) => ({ ...was, loading: true, failure: undefined }))
      const got = await casesPage(JSON.parse(text) as CaseFilter, PAGE, before)
      if (mine !== asked.current) return
      setListed((was) =>
        got.ok
          ? {
              cases: before === undefined ? got.value.cases : [...was.cases, ...got.value.cases],
              next: got.value.next,
              failure: undefined,
              loading: false,
            }
          : { ...was, failure: got.failure, loading: false },
      )
    },
    [text],
  )
  useEffect(() => {
    if (!allowed) return undefined
    const timer = setTimeout(() => void load(), SETTLE_MS)
    return () => {
      clearTimeout(timer)
      forget()
    }
  }, [allowed, load, forget])
  const more = () => (listed.next === null ? undefined : void load(listed.next))
  return { ...listed, reload: () => void load(), more }
}
