import { access, mkdir, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import {
  assertFits,
  BackupError,
  connect,
  loadStore,
  readMigrations,
  startEngine,
  warehouseEnv,
  type WarehouseConfig,
} from '@mcc/warehouse'
import { STATEMENT_MS } from './backup.js'
import { copyBeside } from './files.js'
import { type Manifest, readManifest } from './manifest.js'
import type { BackupEnv } from './stores.js'

export interface Restored {
  manifest: Manifest
  /** Roll-up keys that did not agree with their ledger. */
  mended: number
}

/** A data directory may hold secrets made before; what it may not hold is a store. */
async function assertNoStore(data: string): Promise<void> {
  const entries = await readdir(data).catch(() => [])
  const store = entries.filter((e) => e === 'engine' || e === 'redis' || e === 'exercise.json')
  if (store.length > 0)
    throw new BackupError(
      `${data} already holds a store (${store.join(', ')}): a backup is restored into an empty place only; name another MCC_DATA`,
    )
}

async function load(config: WarehouseConfig, m: Manifest, say: (what: string) => void): Promise<number> {
  const warehouse = connect(config, STATEMENT_MS)
  try {
    return await loadStore(warehouse, m.store, say)
  } finally {
    await warehouse.close()
  }
}

async function createDatabase(config: WarehouseConfig): Promise<void> {
  const w = connect({ ...config, CLICKHOUSE_DATABASE: 'default' })
  await w.ch.command({ query: `CREATE DATABASE IF NOT EXISTS ${config.CLICKHOUSE_DATABASE} ENGINE = Atomic` })
  await w.close()
}

/** Into a new embedded engine of `data`; what a failure leaves is taken away again. */
async function loadEmbedded(
  data: string,
  directory: string,
  m: Manifest,
  say: (what: string) => void,
): Promise<number> {
  await access(join(directory, m.store.name)).catch(() => {
    throw new BackupError(
      `${directory} has no ${m.store.name}/: this backup lies on the disk "backups" of a server; set CLICKHOUSE_URL, or copy that part here`,
    )
  })
  const engine = await startEngine(data, undefined, resolve(directory))
  try {
    return await load(engine.config, m, say)
  } catch (error) {
    await engine.stop()
    await rm(join(data, 'engine'), { recursive: true, force: true })
    throw error
  } finally {
    await engine.stop()
  }
}

/**
 * Restores the backup in `path` (its directory or manifest) into an empty MCC_DATA, and into an empty database of the server
 * that CLICKHOUSE_URL names, or a new embedded engine.
 * @throws BackupError saying what stands in the way; nothing is changed then
 */
export async function restore(env: BackupEnv, path: string, say: (what: string) => void): Promise<Restored> {
  const { directory, manifest } = await readManifest(path)
  const server = env.CLICKHOUSE_URL === undefined ? undefined : warehouseEnv.parse(env)
  const schema = (await readMigrations()).length
  assertFits(manifest.store, schema, server ? env.MCC_EXERCISE_SCALE : (env.MCC_EXERCISE_SCALE ?? 'any'))
  await assertNoStore(env.MCC_DATA)
  await mkdir(env.MCC_DATA, { recursive: true, mode: 0o700 })
  if (server) await createDatabase(server)
  const mended = server
    ? await load(server, manifest, say)
    : await loadEmbedded(env.MCC_DATA, directory, manifest, say)
  say('copying keys, accounts, audit, alarms')
  await copyBeside(join(directory, 'files'), env.MCC_DATA)
  return { manifest, mended }
}
