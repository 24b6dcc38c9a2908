import { useState } from 'react'
import { heldPage, heldPath, type HeldFilter, type HeldPage } from '../rest/quarantine.js'
import { useRead } from '../rest/use-read.js'
import { countOf } from './progress.js'
import { useSourcesSearch } from './use-sources-search.js'

export const PAGE = 50

/** The held records that pass the filter of the address, a page at a time. */
export function useQuarantine() {
  const [{ code, source, type, status = 'open' }] = useSourcesSearch()
  const filter: HeldFilter = { code, source, type }
  const asked = JSON.stringify([filter, status])
  const [page, setPage] = useState({ asked, offset: 0 })
  const offset = page.asked === asked ? page.offset : 0
  const read = useRead(
    heldPage,
    heldPath({ ...filter, status: status === 'all' ? undefined : status, limit: PAGE, offset }),
  )
  return { filter, status, read, offset, turn: (to: number) => setPage({ asked, offset: to }) }
}
export type Quarantine = ReturnType<typeof useQuarantine>

/**
 * All open records that pass the filter, as they stood when the list was read: what came in later is not settled unseen.
 * Undefined where there is none, and while the list that stands there is still that of another filter.
 */
export function bulkOf(
  {
    filter,
    status,
    offset,
    read: { behind },
  }: Pick<Quarantine, 'filter' | 'status' | 'offset'> & {
    read: { behind: boolean }
  },
  { lines, reasons }: HeldPage,
): { records: number; filter: HeldFilter } | undefined {
  const records = countOf(reasons, filter.code, 'open')
  const newest = lines[0]?.receivedAt
  if (status !== 'open' || behind || offset > 0 || records === 0 || newest === undefined) return undefined
  return { records, filter: { ...filter, to: new Date(Date.parse(newest) + 1).toISOString() } }
}
