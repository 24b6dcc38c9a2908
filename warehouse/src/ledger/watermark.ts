import { EVENT_TYPES } from '@mcc/contract'
import { z } from 'zod'
import type { Warehouse } from '../connect.js'
import { query } from '../query.js'
import { ledgerOf } from './content.js'

const newest = query({
  name: 'newest-known',
  sql: `SELECT max(ms) AS ms FROM (${EVENT_TYPES.map((t) => `SELECT toUnixTimestamp64Milli(max(known_at)) AS ms FROM ${ledgerOf(t)}`).join(' UNION ALL ')})`,
  params: z.object({}),
  row: z.object({ ms: z.number() }),
})

/** The newest known time (epoch ms) of any ledger row; 0 in an empty store. No later stamp may lie before it. */
export async function newestKnownAt(w: Warehouse): Promise<number> {
  return Math.max(0, (await newest(w, {}))[0]?.ms ?? 0)
}
