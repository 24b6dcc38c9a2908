import type { Warehouse } from '../connect.js'
import { BACKUP_DISK } from '../embedded/engine-xml.js'
import { readRollups, repairRollup } from '../ledger/rollups.js'
import { BackupError, type StoreManifest } from './manifest.js'
import { backupName, STATE_COPY } from './save.js'
import { readSums, readTables } from './sums.js'

/** @throws BackupError unless this program can run a store of the backup's schema and `scale` says its kind */
export function assertFits(m: StoreManifest, schema: number, scale: number | undefined | 'any'): void {
  if (m.schema !== schema)
    throw new BackupError(
      m.schema < schema
        ? `the backup is of schema ${m.schema}, this program of ${schema}: restore it with the version of MCC that made it, then start this one, which migrates`
        : `the backup is of schema ${m.schema}, this program only of ${schema}: restore it with the version of MCC that made it, or a newer one`,
    )
  const mine = m.kind === 'exercise' ? m.scale : undefined
  const called = (s: number | undefined): string =>
    s === undefined ? 'a real store' : `an exercise store of scale ${s}`
  if (scale !== 'any' && scale !== mine)
    throw new BackupError(`the backup is of ${called(mine)}; it is not restored into ${called(scale)}`)
}

/** Written by nobody but the writer, who rests during a backup; to the others rows may have been added since they were summed. */
const writersOwn = (table: string): boolean => table.endsWith('_ledger') || table === 'record_state'

async function compare(w: Warehouse, m: StoreManifest): Promise<void> {
  const found = new Map((await readSums(w)).map((s) => [s.table, s]))
  for (const t of m.tables) {
    const f = found.get(t.table)
    const same = writersOwn(t.table)
      ? f?.rows === t.rows && f.sum === t.sum
      : f !== undefined && f.rows >= t.rows
    if (!same)
      throw new BackupError(
        `${t.table}: ${f?.rows ?? 0} rows were restored with checksum ${f?.sum ?? '-'}, the backup had ${t.rows} with ${t.sum}`,
      )
  }
}

/**
 * Restores a store into an empty database and proves it: rows and checksums are those of the backup. Then every roll-up is recounted; returns how many of their keys had to be mended (0 unless they differed already).
 * @throws BackupError when the database holds anything, or the result differs
 */
export async function loadStore(
  w: Warehouse,
  m: StoreManifest,
  say: (what: string) => void,
): Promise<number> {
  const name = backupName.parse(m.name)
  if ((await readTables(w)).length > 0)
    throw new BackupError(
      `the database ${w.database} is not empty; a backup is restored into an empty one only (another CLICKHOUSE_DATABASE, or drop it)`,
    )
  say('reading the tables')
  await w.ch.command({
    query: `RESTORE DATABASE ${m.database} AS ${w.database} FROM Disk('${BACKUP_DISK}', '${name}')`,
  })
  if ((await readTables(w)).some((t) => t.name === STATE_COPY)) {
    say('loading the present states')
    await w.ch.command({ query: `INSERT INTO record_state SELECT * FROM ${STATE_COPY}` })
    await w.ch.command({ query: `DROP TABLE ${STATE_COPY} SYNC` })
  }
  say('comparing rows and checksums with the manifest')
  await compare(w, m)
  say('recounting the roll-ups')
  let mended = 0
  for (const rollup of await readRollups(w)) mended += await repairRollup(w, rollup)
  return mended
}
