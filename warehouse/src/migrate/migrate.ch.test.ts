import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { countGroup } from '../ledger/count.js'
import { history } from '../testing/history.js'
import { brokenRollups, groupsOf, startStore, type TestStore } from '../testing/store.js'
import { migrate } from './migrate.js'
import { readMigrations, statementsFor } from './plan.js'

let store: TestStore
afterEach(() => store.stop())

async function json(query: string): Promise<unknown> {
  return (await store.w.ch.query({ query, format: 'JSONEachRow' })).json()
}
/** A fingerprint of every row of the ledger of doses. */
const doses = (): Promise<unknown> =>
  json('SELECT count() AS rows, sum(cityHash64(tuple(*))) AS content FROM dose_ledger')

it('lays the ledger of a store that counts already out by year, also when it was cut off, and counts on', async () => {
  const all = await readMigrations()
  const byYear = all.findIndex((m) => m.name === 'dose_ledger_by_year')
  store = await startStore(all.slice(0, byYear))
  const { w } = store
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
  await migrate(w, all, { cluster: false, now: Date.now })
  expect(await doses()).toEqual(before)
  expect(
    await json(`SELECT name, partition_key FROM system.tables
                WHERE database = currentDatabase() AND startsWith(name, 'dose_ledger')`),
  ).toEqual([{ name: 'dose_ledger', partition_key: 'toYear(day)' }])

  for (const group of groups.slice(half)) await countGroup(w, group, false)
  expect(await doses()).not.toEqual(before)
  expect(await brokenRollups(store)).toEqual([])
})
