import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Warehouse } from '../connect.js'
import { utc } from '../ledger/utc.js'
import { query } from '../query.js'

/** A difference that was found and healed. */
export interface Finding {
  /** The roll-up, or `record_state`. */
  subject: string
  /** Keys that differed. */
  differing: number
  /** Examples: what stood there before and stands there after. */
  examples: Record<string, unknown>[]
}

/** Keeps what was found; `now` is real time, epoch ms. */
export async function writeIncident(w: Warehouse, f: Finding, now: number): Promise<void> {
  const { subject, differing } = f
  const values = [{ at: utc(now), id: randomUUID(), subject, differing, detail: JSON.stringify(f.examples) }]
  await w.ch.insert({ table: 'incident', values, format: 'JSONEachRow' })
}

/** Incidents since a moment (real time, epoch ms), newest first. */
export const incidentsSince = query({
  name: 'incidents',
  sql: `SELECT toUnixTimestamp64Milli(at) AS atMs, id, subject, differing, detail FROM incident
    WHERE at >= fromUnixTimestamp64Milli({sinceMs:Int64}) ORDER BY at DESC, id LIMIT {limit:UInt32}`,
  params: z.object({ sinceMs: z.int(), limit: z.int().min(1).max(500) }),
  row: z.object({
    atMs: z.int(),
    id: z.string(),
    subject: z.string(),
    differing: z.int(),
    detail: z.string().transform((s) => z.array(z.record(z.string(), z.unknown())).parse(JSON.parse(s))),
  }),
})
