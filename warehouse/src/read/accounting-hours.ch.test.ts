import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect, type Warehouse } from '../connect.js'
import { type RunningEngine, startEngine } from '../embedded/spawn.js'
import { writeAccounts, writeQuarantine } from '../ledger/accounting.js'
import { writeReceipts } from '../ledger/receipt.js'
import { migrate } from '../migrate/migrate.js'
import { readMigrations } from '../migrate/plan.js'
import { accountedSince, lastAccounted } from './accounting.js'
import { accountingHours } from './accounting-hours.js'
import { manifestDifferences, writeManifest } from './manifest.js'

let engine: RunningEngine
let w: Warehouse
let directory: string
const NOW = Date.UTC(2022, 0, 1, 12)
const HOUR = Date.UTC(2021, 9, 19, 2)
const OLD = NOW - 10 * 60_000

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mcc-accounting-'))
  engine = await startEngine(directory)
  w = connect(engine.config)
  await migrate(w, await readMigrations(), { cluster: false, now: Date.now })
})
afterAll(async () => {
  await w.close()
  await engine.stop()
  await rm(directory, { recursive: true, force: true })
})

const receipt = (source: string, batch: string, dose: number, acceptedAt: number) => ({
  source,
  batch,
  receivedAt: HOUR + 5,
  acceptedAt,
  records: { dose },
})
const account = (source: string, batch: string, stored: number, quarantined = 0) => ({
  source,
  batch,
  receivedAt: HOUR + 5,
  received: stored + quarantined,
  stored,
  duplicate: 0,
  superseded: 0,
  quarantined,
})
const books = async (source: string, queued: string[] = [], sinceMs = 0) => {
  const window = { fromMs: HOUR, toMs: HOUR + 3_600_000 }
  const [hour] = await accountingHours(w, { source, ...window, sinceMs, nowMs: NOW, queued })
  return hour
}

it('tells when the last batch was worked off, by the real clock', async () => {
  expect(await lastAccounted(w, {})).toEqual([{ at: 0 }])
  await writeAccounts(w, [account('last', 'one', 1)], OLD - 5)
  await writeAccounts(w, [account('last', 'two', 1)], OLD)
  expect(await lastAccounted(w, {})).toEqual([{ at: OLD }])
})

it('counts as of a day what was received on it, whenever it was worked off', async () => {
  const since = async (sinceMs: number) => (await accountedSince(w, { sinceMs }))[0]!.received
  const before = await since(HOUR + 6)
  await writeAccounts(w, [{ ...account('day', 'now', 7), receivedAt: HOUR + 6 }], OLD)
  await writeAccounts(w, [{ ...account('day', 'before', 5), receivedAt: HOUR }], NOW)
  expect((await since(HOUR + 6)) - before).toBe(7)
})

it('explains what is stored, waits, is young or was released, and nothing else', async () => {
  await writeReceipts(w, [
    receipt('a', 'done', 10, OLD),
    receipt('a', 'waiting', 5, OLD),
    receipt('a', 'young', 3, NOW - 1_000),
  ])
  await writeAccounts(w, [account('a', 'done', 8, 2)], OLD)
  const sum = { source: 'a', hour: HOUR, received: 18, stored: 8, duplicate: 0, superseded: 0 }
  expect(await books('a', ['waiting'])).toEqual({ ...sum, quarantined: 2, inFlight: 8, unexplained: 0 })
  // it is in no queue and nobody worked it off: lost
  expect(await books('a')).toEqual({ ...sum, quarantined: 2, inFlight: 3, unexplained: 5 })
  const refused = {
    batch: 'done',
    line: 1,
    source: 'a',
    type: 'dose',
    path: '',
    code: 'not_json',
    message: '',
  }
  await writeQuarantine(w, [{ ...refused, body: '', receivedAt: HOUR + 5 }], OLD)
  await w.ch.command({
    query: `INSERT INTO quarantine SELECT * REPLACE ('released' AS status, 'stored' AS outcome, version + 1 AS version) FROM quarantine`,
  })
  expect(await books('a', ['waiting'])).toEqual({
    ...sum,
    stored: 9,
    quarantined: 1,
    inFlight: 8,
    unexplained: 0,
  })
})

it('shows a batch worked off short, and one that nobody received', async () => {
  await writeReceipts(w, [receipt('b', 'short', 10, OLD)])
  await writeAccounts(w, [account('b', 'short', 9), account('b', 'from nowhere', 4)], OLD)
  expect(await books('b')).toMatchObject({ received: 10, stored: 13, unexplained: -3 })
})

it('keeps an account without its receipt in balance for a minute, and finds touched hours only', async () => {
  await writeAccounts(w, [account('c', 'early', 4)], NOW - 1_000)
  expect(await books('c')).toMatchObject({ received: 4, stored: 4, unexplained: 0 })
  expect(await books('c', [], NOW - 2_000)).toMatchObject({ received: 4 })
  expect(await books('c', [], NOW)).toBeUndefined()
})

it('holds a manifest against what was received in its window', async () => {
  const sent = { source: 'a', type: 'dose', from: HOUR, to: HOUR + 60_000 }
  await writeManifest(w, { ...sent, records: 20 }, OLD)
  await writeManifest(w, { ...sent, records: 19 }, OLD + 1)
  await writeManifest(w, { ...sent, source: 'd', records: 7 }, OLD)
  const found = await manifestDifferences(w, { source: '', fromMs: HOUR, toMs: HOUR + 1 })
  expect(found.map((m) => [m.source, m.records, m.received, m.difference])).toEqual([
    ['a', 19, 18, -1],
    ['d', 7, 0, -7],
  ])
})
