import { z } from 'zod'
import type { Warehouse } from '../connect.js'
import { BACKUP_DISK } from '../embedded/engine-xml.js'
import { query } from '../query.js'
import { BackupError, type StoreManifest } from './manifest.js'
import { readSums, readTables } from './sums.js'

/** Copy of the present states for the time of a backup: BACKUP leaves the rows of EmbeddedRocksDB out without a word. */
export const STATE_COPY = 'record_state_copy'

const facts = query({
  name: 'store-facts',
  sql: `SELECT (SELECT max(number) FROM schema_migrations) AS schema, kind, scale FROM store ORDER BY created_at LIMIT 1`,
  params: z.object({}),
  row: z.object({ schema: z.number(), kind: z.enum(['real', 'exercise']), scale: z.number() }),
})

/** Names lie in a statement, not in a parameter: BACKUP takes none. */
export const backupName = z.string().regex(/^[\w.-]+(\/[\w.-]+)*$/)

/**
 * Writes the whole store to `name` on the disk `backups` of the engine. The writer must be at rest meanwhile, so that
 * ledgers, states, roll-ups and accounts are of one moment. The states are copied and not rebuilt from the ledgers:
 * a void of a record never seen, and a revision without a change of content, leave no ledger row but decide what counts.
 */
export async function saveStore(
  w: Warehouse,
  name: string,
  say: (what: string) => void,
): Promise<StoreManifest> {
  backupName.parse(name)
  const [store] = await facts(w, {})
  if (!store) throw new BackupError('this store was never started; there is nothing to back up')
  const drop = `DROP TABLE IF EXISTS ${STATE_COPY} SYNC`
  await w.ch.command({ query: drop })
  try {
    say('counting rows and checksums')
    const tables = await readSums(w)
    const rocks = (await readTables(w)).some(
      (t) => t.name === 'record_state' && t.engine === 'EmbeddedRocksDB',
    )
    if (rocks) {
      say('copying the present states')
      await w.ch.command({
        query: `CREATE TABLE ${STATE_COPY} ENGINE = MergeTree ORDER BY key AS SELECT * FROM record_state`,
      })
    }
    say('writing the tables')
    await w.ch.command({ query: `BACKUP DATABASE ${w.database} TO Disk('${BACKUP_DISK}', '${name}')` })
    return { name, database: w.database, ...store, tables }
  } finally {
    await w.ch.command({ query: drop })
  }
}
