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

/** The record of a line; undefined when it is damaged. */
export function recordOf(line: string): AuditRecord | undefined {
  try {
    return auditRecord.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

/** What the first record follows on. */
export const START = { seq: 0, hash: '0'.repeat(64) }

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

/** Does `record` follow on `last`, unaltered? */
export const follows = (record: AuditRecord, last: { seq: number; hash: string }): boolean =>
  record.seq === last.seq + 1 && record.prev === last.hash && record.hash === hashOf(record)

/** The number (from 0) of the first record that was altered, removed or put in; −1 when the chain is whole. */
export const firstBroken = (records: readonly AuditRecord[]): number =>
  records.findIndex((record, i) => !follows(record, records[i - 1] ?? START))
