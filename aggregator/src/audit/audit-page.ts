import { dayOf } from '@mcc/contract'
import { type AuditRecord, recordOf } from './chain.js'
import { linesBefore, type Place } from './lines.js'

interface Wanted {
  who: string | undefined
  action: string | undefined
  /** First and last day, `YYYY-MM-DD` in Asia/Ho_Chi_Minh. */
  from: string | undefined
  to: string | undefined
  /** Where the page before ended. */
  before: Place | undefined
  limit: number
}

/** One page of the audit. */
export interface AuditPage {
  /** Newest first. */
  records: AuditRecord[]
  /** Where the next page begins; undefined when no record that is wanted lies before the last one. */
  next: Place | undefined
}

const isWanted = (r: AuditRecord, w: Wanted): boolean =>
  (w.who === undefined || r.who === w.who) &&
  (w.action === undefined || r.action === w.action) &&
  (w.from === undefined || dayOf(r.at) >= w.from) &&
  (w.to === undefined || dayOf(r.at) <= w.to)

/** Reads a page of the audit backwards from where the one before ended, and nothing of what lies after. */
export async function auditPage(directory: string, wanted: Wanted): Promise<AuditPage> {
  const records: AuditRecord[] = []
  let last: Place | undefined
  for await (const { line, place } of linesBefore(directory, wanted.before)) {
    const record = recordOf(line)
    if (!record || !isWanted(record, wanted)) continue
    if (records.length === wanted.limit) return { records, next: last }
    records.push(record)
    last = place
  }
  return { records, next: undefined }
}
