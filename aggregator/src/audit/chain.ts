import { createHash } from 'node:crypto'
import { z } from 'zod'

/** One look at lines, or one act of a person. Holds no data of citizens: who asked for what, and how many rows. */
export const auditEntry = z.strictObject({
  at: z.string(),
  who: z.string(),
  role: z.string(),
  scope: z.string().describe('a province code, or nation'),
  action: z.string(),
  filter: z.record(z.string(), z.union([z.string(), z.number()])),
  rows: z.int(),
  outcome: z.enum(['answered', 'denied']),
})
export type AuditEntry = z.infer<typeof auditEntry>

export const auditRecord = auditEntry.extend({ seq: z.int(), prev: z.string(), hash: z.string() })
export type AuditRecord = z.infer<typeof auditRecord>

/** What the first record follows on. */
export const GENESIS = '0'.repeat(64)

/** Over the fields in the order of the schema, whatever order they came in. */
const hashed = z.object(auditRecord.omit({ hash: true }).shape)
const hashOf = (record: Omit<AuditRecord, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify(hashed.parse(record)))
    .digest('hex')

/** The record that follows on `last`. */
export function chained(entry: AuditEntry, last: { seq: number; hash: string }): AuditRecord {
  const record = { ...entry, seq: last.seq + 1, prev: last.hash }
  return { ...record, hash: hashOf(record) }
}

/** The number (from 0) of the first record that was altered, removed or put in; −1 when the chain is whole. */
export function firstBroken(records: readonly AuditRecord[]): number {
  let last = { seq: 0, hash: GENESIS }
  for (const [i, record] of records.entries()) {
    if (record.seq !== last.seq + 1 || record.prev !== last.hash || record.hash !== hashOf(record)) return i
    last = record
  }
  return -1
}
