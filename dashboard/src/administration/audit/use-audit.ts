import { useCallback, useEffect, useRef, useState } from 'react'
import { auditPage, type AuditFilter, type AuditPage } from '../../rest/audit.js'
import { refreshSession } from '../../rest/session.js'
import type { Reading } from '../../rest/use-read.js'

const PAGE = 100
/** What one question may ask for at most. */
const MOST = 2_000
/** So long after the last change of the filter, for a date is typed in parts. */
const SETTLE_MS = 200

/** `value` is all that was read so far as one page; `behind` while more or other records are read. */
type Listed = Omit<Reading<AuditPage>, 'reload'>
const NOTHING: Listed = { value: undefined, failure: undefined, code: undefined, behind: true }

/** The records of the audit that pass the filter, newest first, page after page; a failed page keeps those before it. */
export function useAudit(filter: AuditFilter) {
  const [listed, setListed] = useState(NOTHING)
  const asked = useRef(0)
  const text = JSON.stringify(filter)
  const read = useCallback(
    async (limit: number, after?: AuditPage): Promise<AuditPage | undefined> => {
      const mine = ++asked.current
      setListed((was) => ({ ...was, behind: true, failure: undefined }))
      const got = await auditPage(JSON.parse(text) as AuditFilter, limit, after?.next ?? undefined)
      if (mine !== asked.current) return undefined
      if (!got.ok) {
        setListed((was) => ({ ...was, failure: got.failure, code: got.code, behind: false }))
        if (got.failure === 'unauthorised') await refreshSession()
        return undefined
      }
      const records = [...(after?.records ?? []), ...got.value.records]
      const page = { ...got.value, records, whole: got.value.whole ?? after?.whole }
      setListed({ value: page, failure: undefined, code: undefined, behind: false })
      return page
    },
    [text],
  )
  const forget = useCallback(() => void asked.current++, [])
  useEffect(() => {
    const timer = setTimeout(() => void read(PAGE), SETTLE_MS)
    return () => {
      clearTimeout(timer)
      forget()
    }
  }, [read, forget])
  const { value: page } = listed
  const all = async () => {
    for (let last = page; last !== undefined && last.next !== null;) last = await read(MOST, last)
  }
  return {
    ...listed,
    reload: () => void read(PAGE),
    more: () => void read(PAGE, page),
    all: () => void all(),
  }
}
