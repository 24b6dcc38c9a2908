import { z } from 'zod'
import { query } from '../query.js'
import { quarantineLine } from './quarantine-filter.js'

/**
 * One quarantined record with its body, as far as it was kept (JSON text, cut at 4,000 characters; persons are pseudonyms).
 * Whoever calls this must put the look on record.
 */
export const quarantinedRecord = query({
  name: 'quarantined-record',
  sql: `SELECT id, batch, line, source, type, path, code, message, toUnixTimestamp64Milli(received_at) AS receivedAt,
      status, status_by AS by, reason, outcome, body
    FROM quarantine FINAL WHERE id = {id:String}`,
  params: z.object({ id: z.string() }),
  row: quarantineLine.extend({ body: z.string() }),
})

/** Who settled how many records, why, when last (real time, epoch ms) and what became of them; newest first. */
export const quarantineSettlements = query({
  name: 'quarantine-settlements',
  sql: `SELECT status, status_by AS by, reason, count() AS records, countIf(outcome = 'stored') AS stored,
      countIf(outcome = 'duplicate') AS duplicate, countIf(outcome = 'superseded') AS superseded,
      toUnixTimestamp64Milli(max(version)) AS lastAt
    FROM quarantine FINAL WHERE status != 'open'
    GROUP BY status, by, reason ORDER BY lastAt DESC, by, reason LIMIT {limit:UInt32}`,
  params: z.object({ limit: z.int().min(1).max(200) }),
  row: z.object({
    status: z.string(),
    by: z.string(),
    reason: z.string(),
    records: z.int(),
    stored: z.int(),
    duplicate: z.int(),
    superseded: z.int(),
    lastAt: z.int(),
  }),
})
