import { z } from 'zod'
import type { Warehouse } from '../connect.js'
import { query } from '../query.js'
import type { TableSum } from './manifest.js'

const tables = query({
  name: 'tables',
  sql: `SELECT name, engine FROM system.tables
        WHERE database = currentDatabase() AND engine NOT IN ('MaterializedView', 'View') ORDER BY name`,
  params: z.object({}),
  row: z.object({ name: z.string(), engine: z.string() }),
})

/** All tables of the store, roll-ups included. */
export const readTables = (w: Warehouse): Promise<{ name: string; engine: string }[]> => tables(w, {})

// the content hash of a ledger row stands for its content
const LEDGER_ROW = 'key, rev, line, hash, sign, known_at'

async function sumOf(w: Warehouse, table: string, engine: string): Promise<TableSum> {
  // what background merges do to such a table must not show
  const final = /ReplacingMergeTree/.test(engine) ? ' FINAL' : ''
  const columns = table.endsWith('_ledger') ? LEDGER_ROW : '*'
  const answer = await w.ch.query({
    query: `SELECT count() AS rows, toString(sum(cityHash64(tuple(${columns})))) AS sum FROM ${table}${final}
            SETTINGS output_format_json_quote_64bit_integers=0`,
    format: 'JSONEachRow',
  })
  const rows = z.array(z.object({ rows: z.number(), sum: z.string() })).parse(await answer.json())
  return { table, ...rows[0]! }
}

/**
 * Rows and checksum of every table but the roll-ups, which are recounted instead. The writer must be at rest; what others
 * write (a manifest of a source, a step with a record in quarantine) may still come in.
 */
export async function readSums(w: Warehouse): Promise<TableSum[]> {
  const sums: TableSum[] = []
  for (const { name, engine } of await readTables(w))
    if (!engine.includes('Summing')) sums.push(await sumOf(w, name, engine))
  return sums
}
