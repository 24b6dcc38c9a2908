import { dataTimeOf } from '../live/live-store.js'
import { useLiveState } from '../live/use-live.js'
import { accounting, accountingPath, incidents, INCIDENTS_PATH } from '../rest/books.js'
import { useRead } from '../rest/use-read.js'
import { useIsPast } from '../time/use-moment.js'
import { spanStart } from './books.js'
import { useQualitySearch } from './use-quality-search.js'

const BOOKS_MS = 30_000
const INCIDENTS_MS = 60_000

/** The books of the chosen window and the reconciler's incidents, read again and again; of the present only. */
export function useBooks() {
  const [{ span = '1d' }] = useQualitySearch()
  const asOf = useLiveState(dataTimeOf)
  const past = useIsPast()
  const from = past || asOf === undefined ? undefined : spanStart(asOf, span)
  const books = useRead(accounting, from === undefined ? undefined : accountingPath(from), BOOKS_MS)
  const healed = useRead(incidents, past ? undefined : INCIDENTS_PATH, INCIDENTS_MS)
  return { span, past, books, healed }
}
export type Books = ReturnType<typeof useBooks>
