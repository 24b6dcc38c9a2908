import type { AnyEvent } from '@mcc/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { countGroup } from '../ledger/count.js'
import { arrival } from '../testing/arrival.js'
import { startStore, type TestStore } from '../testing/store.js'
import { daySlices } from './day-slices.js'
import { healStates } from './heal-states.js'
import { differingBuckets, differingKeys, differingStates } from './state-differences.js'

const NOW = Date.UTC(2022, 0, 1)
const BUCKETS = Array.from({ length: 64 }, (_, i) => i)
let store: TestStore

beforeAll(async () => {
  store = await startStore()
})
afterAll(() => store.stop())

const dose = (id: string, day: string, rev = 1): AnyEvent => ({
  type: 'dose',
  op: 'upsert',
  source: 'test',
  id,
  rev,
  occurredAt: `${day}T08:00:00+07:00`,
  recordedAt: `${day}T09:00:00+07:00`,
  person: `p${id}`,
  sex: 'female',
  birthYear: 1980,
  priorityGroup: 1,
  product: 'pfizer',
  lot: 'L',
  doseNo: 1,
  series: 'primary',
  province: '01',
  facility: 'F',
  verification: 'unverified',
})
const count = (events: AnyEvent[], knownAt: number) =>
  countGroup(
    store.w,
    events.map((e) => arrival(e, `b${knownAt}`, knownAt, knownAt)),
    false,
  )
const command = (query: string) => store.w.ch.command({ query })
const differing = async (at: number) => (await differingStates(store.w, at)).get('dose') ?? []

it('compares what was known at a moment, whatever is counted meanwhile, half of it included', async () => {
  await count(
    ['a', 'b', 'c', 'd'].map((id) => dose(id, '2021-10-01')),
    NOW,
  )
  await count([dose('a', '2021-10-02', 2), dose('e', '2021-10-02')], NOW + 10)
  // a group on its way: in the ledger and not yet in the states
  await command(
    `INSERT INTO dose_ledger SELECT * REPLACE ('dose|test|f' AS key, fromUnixTimestamp64Milli(${NOW + 20}) AS known_at) FROM dose_ledger WHERE dose_ledger.key = 'dose|test|e'`,
  )
  for (const at of [NOW, NOW + 10]) {
    expect(await differingBuckets(store.w, at)).toEqual(new Map())
    expect(await differingKeys(store.w, 'dose', BUCKETS, at)).toEqual([])
  }
  expect(await differing(NOW + 20)).toEqual(['dose|test|f'])
  // nor is anything healed that is in order by the time it is looked at
  const fine = new Map([['dose', ['dose|test|a', 'dose|test|b']]] as const)
  expect(await healStates(store.w, fine, NOW + 30)).toBeUndefined()

  await command(`DELETE FROM record_state WHERE key = 'dose|test|b'`)
  await command(`ALTER TABLE dose_ledger DELETE WHERE key = 'dose|test|c' SETTINGS mutations_sync = 2`)
  // what is wrong with a record that was touched since shows at a later moment
  await command(`ALTER TABLE dose_ledger DELETE WHERE key = 'dose|test|e' SETTINGS mutations_sync = 2`)
  expect(await differing(NOW)).toEqual(['dose|test|b', 'dose|test|c'])
  expect(await differing(NOW + 10)).toEqual(['dose|test|b', 'dose|test|c', 'dose|test|e'])
})

it('cuts days into slices that are bounded, and forgets none that only the roll-up has', async () => {
  await command(`INSERT INTO dose_day SELECT * REPLACE (toDate('2021-09-30') AS day) FROM dose_day LIMIT 1`)
  const of = { ledger: 'dose_ledger', target: 'dose_day' }
  const days = ['2021-09-30', '2021-10-01', '2021-10-02']
  expect(await daySlices(store.w, of)).toEqual([days])
  expect(await daySlices(store.w, of, undefined, 1)).toEqual(days.map((day) => [day]))
  expect(await daySlices(store.w, of, ['2021-10-02', '2022-01-01'])).toEqual([['2021-10-02']])
  expect(await daySlices(store.w, { ledger: 'lot_ledger' })).toEqual([])
})
