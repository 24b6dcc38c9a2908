import { z } from 'zod'
import { query } from '../query.js'
import { dayColumn } from '../read/slice.js'
import { RESTATED } from './restatement-sql.js'

/**
 * Why a cell of a closed day changed. `late-entry`: a record's first entry, on a later day than its own;
 * `same-day-entry`: its first entry, on its own day; `correction`: another revision in the place of the last;
 * `verification`: only verification, signature or time of entry differ; `void`: taken back; `restored`: counted again
 * after a void; `duplicate`: counted twice after a crash, and the mending of it.
 */
export const RESTATEMENT_REASONS = [
  'late-entry',
  'same-day-entry',
  'correction',
  'verification',
  'void',
  'restored',
  'duplicate',
] as const
const reason = z.enum(RESTATEMENT_REASONS)

const span = z.object({
  from: z.int(),
  to: z.int(),
  /** The last closed day: that of `from`. */
  day: z.iso.date(),
  unit: z.string().max(8),
  product: z.string().max(64),
})

const restatedCell = z.object({
  cell: z.string(),
  day: dayColumn,
  unit: z.string(),
  product: z.string(),
  doseNo: z.int(),
  series: z.string(),
  reason,
  change: z.int(),
  added: z.int(),
  removed: z.int(),
  records: z.int(),
  batches: z.int(),
})
export type RestatedCell = z.infer<typeof restatedCell>

/** Changes by cell and reason, newest day first. `change` = `added` − `removed`, in doses; `records` and `batches` are counts. */
export const restatedCells = query({
  name: 'restated-cells',
  sql: `SELECT cell, day, unit, product, doseNo, series, reason, sum(net) AS change, sumIf(net, net > 0) AS added,
      -sumIf(net, net < 0) AS removed, uniqExact(key) AS records, uniqExact(batch) AS batches
    FROM ${RESTATED} GROUP BY cell, day, unit, product, doseNo, series, reason
    ORDER BY day DESC, unit, product, doseNo, series, reason`,
  params: span,
  row: restatedCell,
})

const restatedBatch = z.object({
  cell: z.string(),
  reason,
  batch: z.string(),
  source: z.string(),
  receivedAt: z.int().describe('epoch milliseconds, UTC'),
  knownAt: z.int().describe('epoch milliseconds, UTC'),
  change: z.int(),
  records: z.int(),
})
export type RestatedBatch = z.infer<typeof restatedBatch>

/** The batches behind the changes of the named cells, in the order of knowing; at most `most` per cell and reason. */
export const restatedBatches = query({
  name: 'restated-batches',
  sql: `SELECT cell, reason, batch, splitByChar('|', key)[2] AS source, toUnixTimestamp64Milli(max(received)) AS receivedAt,
      toUnixTimestamp64Milli(max(known_at)) AS knownAt, sum(net) AS change, uniqExact(key) AS records
    FROM ${RESTATED} WHERE cell IN {cells:Array(String)} GROUP BY cell, reason, batch, source
    ORDER BY cell, reason, knownAt, batch, source LIMIT {most:UInt32} BY cell, reason`,
  params: span.extend({ cells: z.array(z.string()).max(200), most: z.int().min(1).max(100) }),
  row: restatedBatch,
})
