import { z } from 'zod'
import type { Warehouse } from '../connect.js'
import { query } from '../query.js'

/** A roll-up as the store itself describes it: what its view selects, into which columns. */
export interface Rollup {
  ledger: string
  target: string
  /** The SELECT of the materialised view: a recount, when run over the whole ledger. */
  select: string
  keys: string[]
  sums: string[]
}

const views = query({
  name: 'rollups',
  sql: `SELECT replaceRegexpOne(name, '_mv$', '') AS target, as_select AS select,
          extract(as_select, 'FROM [^ ]*?(\\\\w+_ledger)') AS ledger
        FROM system.tables WHERE database = currentDatabase() AND engine = 'MaterializedView' ORDER BY target`,
  params: z.object({}),
  row: z.object({ target: z.string(), select: z.string(), ledger: z.string() }),
})

const columns = query({
  name: 'rollup-columns',
  sql: `SELECT name, is_in_sorting_key AS key FROM system.columns
        WHERE database = currentDatabase() AND table = {table:String} ORDER BY position`,
  params: z.object({ table: z.string() }),
  row: z.object({ name: z.string(), key: z.number() }),
})

/** All roll-ups of the store, read from its own catalogue, so that none can be forgotten. */
export async function readRollups(w: Warehouse): Promise<Rollup[]> {
  const found = await views(w, {})
  return Promise.all(
    found.map(async (v) => {
      const all = await columns(w, { table: v.target })
      return {
        ...v,
        keys: all.filter((c) => c.key === 1).map((c) => c.name),
        sums: all.filter((c) => c.key === 0).map((c) => c.name),
      }
    }),
  )
}

/** SELECT of the rows by which the roll-up differs from a recount of its ledger: recount − roll-up, by key. */
function differenceSql(r: Rollup, days: readonly string[] | undefined): string {
  const where = days ? 'WHERE day IN {days:Array(Date)}' : ''
  const list = (xs: readonly string[]): string => xs.join(', ')
  const negative = r.sums.map((s) => `-sum(${s}) AS ${s}`)
  const parts = [
    `SELECT ${list([...r.keys, ...r.sums])} FROM (${r.select}) ${where}`,
    `SELECT ${list([...r.keys, ...negative])} FROM ${r.target} ${where} GROUP BY ${list(r.keys)}`,
  ]
  return `SELECT ${list([...r.keys, ...r.sums.map((s) => `sum(part.${s}) AS ${s}`)])}
    FROM (${parts.join(' UNION ALL ')}) AS part
    GROUP BY ${list(r.keys)}
    HAVING ${r.sums.map((s) => `${s} != 0`).join(' OR ')}`
}

/** How many keys of the roll-up differ from a recount; 0 in normal running. */
export async function countDifferences(w: Warehouse, r: Rollup, days?: readonly string[]): Promise<number> {
  const answer = await w.ch.query({
    query: `SELECT count() AS n FROM (${differenceSql(r, days)}) SETTINGS output_format_json_quote_64bit_integers=0`,
    query_params: days ? { days } : {},
    format: 'JSONEachRow',
  })
  return z.array(z.object({ n: z.number() })).parse(await answer.json())[0]?.n ?? 0
}

/**
 * Brings a roll-up to its ledger by compensating rows (no mutation, safe to repeat); the writer must be at rest.
 * `days` (YYYY-MM-DD) limits the work to what was touched; without it everything is recounted.
 * Returns the number of keys that differed.
 */
export async function repairRollup(w: Warehouse, r: Rollup, days?: readonly string[]): Promise<number> {
  const differing = await countDifferences(w, r, days)
  if (differing === 0) return 0
  await w.ch.command({
    query: `INSERT INTO ${r.target} (${[...r.keys, ...r.sums].join(', ')}) SETTINGS async_insert=0, insert_deduplicate=0
            ${differenceSql(r, days)}`,
    query_params: days ? { days } : {},
  })
  return differing
}
