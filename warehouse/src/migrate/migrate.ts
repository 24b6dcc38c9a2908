import { z } from 'zod'
import type { Warehouse } from '../connect.js'
import { query } from '../query.js'
import { type Migration, statementsFor } from './plan.js'

const applied = query({
  name: 'applied-migrations',
  sql: 'SELECT number, name, checksum FROM schema_migrations ORDER BY number',
  params: z.object({}),
  row: z.object({ number: z.number(), name: z.string(), checksum: z.string() }),
})

export interface MigrateOptions {
  cluster: boolean
  now: () => number
}

/**
 * Applies what is not applied yet, in order; returns the names. Each statement is idempotent (IF NOT EXISTS), so a run
 * that was cut off is simply run again. Throws when a file that was applied has changed since.
 */
export async function migrate(
  w: Warehouse,
  migrations: readonly Migration[],
  options: MigrateOptions,
): Promise<string[]> {
  const run = async (sql: string): Promise<void> => {
    for (const query of statementsFor(sql, options.cluster)) await w.ch.command({ query })
  }
  const own = `CREATE TABLE IF NOT EXISTS schema_migrations
(number UInt32, name String, checksum String, applied_at DateTime64(3, 'UTC'))
ENGINE = MergeTree
ORDER BY number`
  await run(own)
  const done = new Map((await applied(w, {})).map((m) => [m.number, m]))
  const names: string[] = []
  for (const m of migrations) {
    const old = done.get(m.number)
    if (old && old.checksum !== m.checksum) {
      throw new Error(
        `migration ${m.number} ${m.name} was applied with another text (${old.checksum.slice(0, 12)}); add a new one instead`,
      )
    }
    if (old) continue
    await run(m.sql)
    const row = {
      number: m.number,
      name: m.name,
      checksum: m.checksum,
      applied_at: new Date(options.now()).toISOString().slice(0, 23).replace('T', ' '),
    }
    await w.ch.insert({ table: 'schema_migrations', values: [row], format: 'JSONEachRow' })
    names.push(m.name)
  }
  return names
}
