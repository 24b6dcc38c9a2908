import { z } from 'zod'
import type { Warehouse } from '../connect.js'
import { query } from '../query.js'
import type { Outcome } from './apply.js'
import { utc } from './utc.js'

/** A quarantined record as it waits for its release. */
export interface HeldRecord {
  id: string
  batch: string
  line: number
  source: string
  type: string
  path: string
  code: string
  message: string
  body: string
  /** Epoch ms. */
  receivedAt: number
  by: string
  reason: string
}

/** Who released records whose facility was registered after them. */
export const AUTOMATIC = 'facility-register'

/** In one go; the rest follows. */
const RELEASES_AT_ONCE = 2_000

/**
 * Records to be released: those somebody asked for, and those whose facility is registered by now. Arrival order is
 * nobody's promise, so a dose that came before its vaccination point only waits.
 */
export const releasable = query({
  name: 'releasable',
  sql: `SELECT id, batch, line, source, type, path, code, message, body, toUnixTimestamp64Milli(received_at) AS receivedAt,
      if(status = 'releasing', status_by, '${AUTOMATIC}') AS by, reason
    FROM quarantine FINAL
    WHERE status = 'releasing' OR (status = 'open' AND code = 'unknown_facility'
      AND JSONExtractString(body, 'facility') IN (SELECT id FROM facility_ledger))
    ORDER BY batch, line LIMIT ${RELEASES_AT_ONCE}`,
  params: z.object({}),
  row: z.object({
    id: z.string(),
    batch: z.string(),
    line: z.int(),
    source: z.string(),
    type: z.string(),
    path: z.string(),
    code: z.string(),
    message: z.string(),
    body: z.string(),
    receivedAt: z.int(),
    by: z.string(),
    reason: z.string(),
  }),
})

/** Marks records as released, with what each became; once the ledger has them. */
export async function writeReleased(
  w: Warehouse,
  released: readonly { record: HeldRecord; outcome: Outcome['kind'] }[],
  now: number,
): Promise<void> {
  if (released.length === 0) return
  const values = released.map(({ record: { receivedAt, by, ...r }, outcome }) => ({
    ...r,
    outcome,
    received_at: utc(receivedAt),
    status: 'released',
    status_by: by,
    version: utc(now),
  }))
  await w.ch.insert({ table: 'quarantine', values, format: 'JSONEachRow' })
}

/** Ids (`batch:line`) of the records of these batches that ever were in quarantine. */
export const everQuarantined = query({
  name: 'ever-quarantined',
  sql: `SELECT DISTINCT id FROM quarantine WHERE batch IN {batches:Array(String)}`,
  params: z.object({ batches: z.array(z.string()) }),
  row: z.object({ id: z.string() }),
})

/** Those of these batches that have their account. */
export const accountedBatches = query({
  name: 'accounted-batches',
  sql: `SELECT DISTINCT batch FROM accounting WHERE batch IN {batches:Array(String)}`,
  params: z.object({ batches: z.array(z.string()) }),
  row: z.object({ batch: z.string() }),
})
