import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect, type Warehouse } from '../connect.js'
import { type RunningEngine, startEngine } from '../embedded/spawn.js'
import { countGroup } from '../ledger/count.js'
import { countDifferences, readRollups } from '../ledger/rollups.js'
import { history } from '../testing/history.js'
import { groupsOf } from '../testing/store.js'
import { migrate } from './migrate.js'
import { readMigrations, statementsFor } from './plan.js'

const options = { cluster: false, now: Date.now }
let directory: string
let engine: RunningEngine
let w: Warehouse
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mcc-migrate-'))
  engine = await startEngine(directory)
  w = connect(engine.config)
})
afterAll(async () => {
  await w.close()
  await engine.stop()
  await rm(directory, { recursive: true, force: true })
})

async function json(query: string): Promise<unknown> {
  return (await w.ch.query({ query, format: 'JSONEachRow' })).json()
}
/** A fingerprint of every row of the ledger of doses. */
const doses = (): Promise<unknown> =>
  json('SELECT count() AS rows, sum(cityHash64(tuple(*))) AS content FROM dose_ledger')

async function differences(): Promise<number> {
  const found = await Promise.all((await readRollups(w)).map((r) => countDifferences(w, r)))
  return found.reduce((a, b) => a + b, 0)
}

it('lays the ledger of a store that counts already out by year, also when it was cut off, and counts on', async () => {
  const all = await readMigrations()
  const byYear = all.findIndex((m) => m.name === 'dose_ledger_by_year')
  await migrate(w, all.slice(0, byYear), options)
  const groups = groupsOf(fc.sample(history(300), { seed: 7, numRuns: 1 })[0]!)
  const half = Math.ceil(groups.length / 2)
  for (const group of groups.slice(0, half)) await countGroup(w, group, false)
  const before = await doses()
  expect(before).not.toEqual([{ rows: 0, content: 0 }])

  const statements = statementsFor(all[byYear]!.sql, false)
  const exchanged = statements.findIndex((s) => s.startsWith('EXCHANGE'))
  // a run that ended before the exchange, then one that ended after it
  for (const end of [exchanged, exchanged + 1])
    for (const query of statements.slice(0, end)) await w.ch.command({ query })
  await migrate(w, all, options)
  expect(await doses()).toEqual(before)
  expect(
    await json(`SELECT name, partition_key FROM system.tables
                WHERE database = currentDatabase() AND startsWith(name, 'dose_ledger')`),
  ).toEqual([{ name: 'dose_ledger', partition_key: 'toYear(day)' }])

  for (const group of groups.slice(half)) await countGroup(w, group, false)
  expect(await doses()).not.toEqual(before)
  expect(await differences()).toBe(0)
})
