import { z } from 'zod'
import { query } from '../query.js'

/** What became of the batches received since a moment (epoch ms of the clock of receiving; on an exercise its own). */
export const accountedSince = query({
  name: 'accounted-since',
  sql: `SELECT sum(a.received) AS received, sum(a.stored) AS stored, sum(a.duplicate) AS duplicate,
      sum(a.superseded) AS superseded, sum(a.quarantined) AS quarantined
    FROM accounting AS a FINAL WHERE a.received_at >= fromUnixTimestamp64Milli({sinceMs:Int64})`,
  params: z.object({ sinceMs: z.int() }),
  row: z.object({
    received: z.int(),
    stored: z.int(),
    duplicate: z.int(),
    superseded: z.int(),
    quarantined: z.int(),
  }),
})

/** When the last batch was worked off, epoch ms of the real clock; 0 before the first. */
export const lastAccounted = query({
  name: 'last-accounted',
  sql: `SELECT toUnixTimestamp64Milli(max(a.version)) AS at FROM accounting AS a`,
  params: z.object({}),
  row: z.object({ at: z.int() }),
})
