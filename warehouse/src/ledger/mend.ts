import { EVENT_TYPES, type EventType } from '@mcc/contract'
import { z } from 'zod'
import type { Warehouse } from '../connect.js'
import { query } from '../query.js'
import { ledgerOf } from './content.js'
import { readRollups, repairRollup } from './rollups.js'
import { utc } from './utc.js'

/** Mends the roll-ups of the given days of each type; returns the number of keys that differed. The writer must be at rest. */
export async function mendDays(
  w: Warehouse,
  touched: readonly { type: EventType; days: string[] }[],
): Promise<number> {
  let mended = 0
  for (const rollup of await readRollups(w)) {
    const days = touched.find((t) => ledgerOf(t.type) === rollup.ledger)?.days
    if (days && days.length > 0) mended += await repairRollup(w, rollup, days)
  }
  return mended
}

const daysKnownSince = (type: EventType) =>
  query({
    name: `days-known-since-${type}`,
    sql: `SELECT DISTINCT day FROM ${ledgerOf(type)} WHERE known_at > {since:DateTime64(3, 'UTC')}`,
    params: z.object({ since: z.string() }),
    row: z.object({ day: z.string() }).transform((r) => r.day),
  })

/**
 * Mends the roll-ups of every day of which something became known after `since` (epoch ms): what a writer that ended
 * without order may have left in a ledger and not in its roll-ups. Done before anything later is called settled, so that
 * no answer about the past stands on a roll-up that is still short.
 */
export async function mendSince(w: Warehouse, since: number): Promise<number> {
  const touched = []
  for (const type of EVENT_TYPES)
    touched.push({ type, days: await daysKnownSince(type)(w, { since: utc(since) }) })
  return mendDays(w, touched)
}
