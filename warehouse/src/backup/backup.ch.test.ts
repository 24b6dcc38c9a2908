import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AnyEvent } from '@mcc/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect, type Warehouse } from '../connect.js'
import { type RunningEngine, startEngine } from '../embedded/spawn.js'
import { incoming, type Incoming } from '../ledger/apply.js'
import { countGroup } from '../ledger/count.js'
import { migrate } from '../migrate/migrate.js'
import { readMigrations } from '../migrate/plan.js'
import { declareStore } from '../store-kind.js'
import { history } from '../testing/history.js'
import { assertFits, loadStore } from './load.js'
import { BackupError, type StoreManifest } from './manifest.js'
import { saveStore } from './save.js'
import { readSums } from './sums.js'

interface Store {
  directory: string
  engine: RunningEngine
  w: Warehouse
}
const quiet = (): void => undefined
let stores: Store[] = []
let original: Store
let saved: StoreManifest
let batches: Incoming[][]

async function open(backups?: string): Promise<Store> {
  const directory = await mkdtemp(join(tmpdir(), 'mcc-backup-'))
  const engine = await startEngine(directory, undefined, backups)
  const store = { directory, engine, w: connect(engine.config) }
  stores.push(store)
  return store
}

const batchesOf = (groups: AnyEvent[][]): Incoming[][] =>
  groups.map((events, b) =>
    events.map((event) =>
      incoming(event, { batch: `b${b}`, receivedAt: 1_000 + b, knownAt: Date.UTC(2022, 0, 1) + b }),
    ),
  )

/** What the store serves, without what tells when and by which batch it came. */
async function served(w: Warehouse): Promise<unknown> {
  const rows = async (sql: string): Promise<unknown> =>
    (await w.ch.query({ query: sql, format: 'JSONEachRow' })).json()
  return [
    await rows(
      'SELECT day, unit, product, dose_no, sum(doses) AS n FROM dose_day GROUP BY ALL HAVING n != 0 ORDER BY ALL',
    ),
    await rows(
      'SELECT facility, lot, sum(doses) AS n FROM dose_place GROUP BY ALL HAVING n != 0 ORDER BY ALL',
    ),
    await rows('SELECT key, rev, hash, live, rows FROM record_state ORDER BY key'),
  ]
}

beforeAll(async () => {
  original = await open()
  await migrate(original.w, await readMigrations(), { cluster: false, now: Date.now })
  await declareStore(original.w, { scale: 0.01 }, 1)
  batches = batchesOf(fc.sample(history(400), { numRuns: 1, seed: 5 })[0]!.map((b) => b.events))
  const half = Math.floor(batches.length / 2)
  for (const group of batches.slice(0, half)) await countGroup(original.w, group, false)
  saved = await saveStore(original.w, 'first', quiet)
  for (const group of batches.slice(half)) await countGroup(original.w, group, false)
}, 120_000)
afterAll(async () => {
  for (const { w, engine, directory } of stores) {
    await w.close()
    await engine.stop()
    await rm(directory, { recursive: true, force: true })
  }
  stores = []
})

it('a restored store has the same rows in every table, and with what came after, sent twice in part, the same totals', async () => {
  const other = await open(join(original.directory, 'backups'))
  expect(await loadStore(other.w, saved, quiet)).toBe(0)
  expect(await readSums(other.w)).toEqual(saved.tables)
  // from a quarter on: some of it is in the backup already
  for (const group of batches.slice(Math.floor(batches.length / 4))) await countGroup(other.w, group, false)
  expect(await served(other.w)).toEqual(await served(original.w))
}, 120_000)

it('nothing is restored into a store that holds anything', async () => {
  await expect(loadStore(original.w, saved, quiet)).rejects.toThrow(BackupError)
})

it('says why a backup does not fit', () => {
  expect(() => assertFits(saved, saved.schema, 0.01)).not.toThrow()
  expect(() => assertFits(saved, saved.schema, 'any')).not.toThrow()
  expect(() => assertFits(saved, saved.schema + 1, 'any')).toThrow('with the version of MCC that made it')
  expect(() => assertFits(saved, saved.schema - 1, 'any')).toThrow('or a newer one')
  expect(() => assertFits(saved, saved.schema, undefined)).toThrow('not restored into a real store')
  expect(() => assertFits(saved, saved.schema, 0.1)).toThrow('exercise store of scale 0.1')
})
