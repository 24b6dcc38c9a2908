import { z } from 'zod'
import type { Warehouse } from '../connect.js'
import { countDifferences, repairRollup, type Rollup } from '../ledger/rollups.js'
import type { Finding } from './incident.js'

const EXAMPLES = 20

/** Keys that differ, with what the roll-up says (`before`) and what a recount says (`after`). */
async function examplesOf(w: Warehouse, r: Rollup, days: readonly string[]): Promise<Finding['examples']> {
  const where = 'WHERE day IN {days:Array(Date)}'
  const keys = r.keys.join(', ')
  const as = (before: (s: string) => string, after: (s: string) => string): string =>
    r.sums.map((s) => `${before(s)} AS before_${s}, ${after(s)} AS after_${s}`).join(', ')
  const answer = await w.ch.query({
    query: `SELECT ${keys}, ${r.sums.map((s) => `sum(before_${s}) AS ${s}_before, sum(after_${s}) AS ${s}_after`).join(', ')}
      FROM (
        SELECT ${keys}, ${as(
          () => 'toInt64(0)',
          (s) => `toInt64(${s})`,
        )} FROM (${r.select}) ${where}
        UNION ALL
        SELECT ${keys}, ${as(
          (s) => `toInt64(${s})`,
          () => 'toInt64(0)',
        )} FROM ${r.target} ${where}
      ) GROUP BY ${keys} HAVING ${r.sums.map((s) => `${s}_before != ${s}_after`).join(' OR ')}
      LIMIT ${EXAMPLES} SETTINGS output_format_json_quote_64bit_integers=0`,
    query_params: { days },
    format: 'JSONEachRow',
  })
  return z.array(z.record(z.string(), z.unknown())).parse(await answer.json())
}

/** Brings some days of a roll-up to their ledger; nothing may be counted meanwhile. Undefined when there was nothing to mend. */
export async function healRollup(
  w: Warehouse,
  rollup: Rollup,
  days: readonly string[],
): Promise<Finding | undefined> {
  if ((await countDifferences(w, rollup, days)) === 0) return undefined
  const examples = await examplesOf(w, rollup, days)
  return { subject: rollup.target, differing: await repairRollup(w, rollup, days), examples }
}
