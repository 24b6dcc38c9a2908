import { afterAll, beforeAll, expect, it } from 'vitest'
import { countGroup } from '../ledger/count.js'
import { arrival } from '../testing/arrival.js'
import { startStore, type TestStore } from '../testing/store.js'
import { sourceTimeliness, unitTimeliness } from './timeliness.js'

let store: TestStore
beforeAll(async () => {
  store = await startStore()
})
afterAll(() => store.stop())

const HOUR_MS = 3_600_000
const local = (text: string): number => Date.parse(`${text}+07:00`)

const dose = (id: string, province: string, at: string, rev = 1) => ({
  type: 'dose' as const,
  op: 'upsert' as const,
  source: province === '01' ? 'hanoi' : 'hcm',
  id,
  rev,
  occurredAt: `${at}+07:00`,
  recordedAt: `${at}+07:00`,
  person: `p-${id}`,
  sex: 'female' as const,
  birthYear: 1980,
  priorityGroup: 15,
  product: 'pfizer' as const,
  lot: 'L',
  doseNo: 1,
  series: 'primary' as const,
  province: province as '01',
  facility: `${province}-1`,
  verification: 'unverified' as const,
})
const known = (text: string, ...doses: ReturnType<typeof dose>[]) =>
  countGroup(
    store.w,
    doses.map((d) => arrival(d, `b-${text}`, local(text), local(text))),
    false,
  )

it('counts doses by the days from giving to knowing, cut in Viet Nam, the same whenever it is asked', async () => {
  await known('2021-10-01T23:30:00', dose('a', '01', '2021-10-01T08:00:00'))
  // 00:30 is the next day in Viet Nam and still the same in UTC
  await known('2021-10-02T00:30:00', dose('b', '01', '2021-10-01T22:00:00'))
  await known(
    '2021-10-04T09:15:00',
    dose('c', '01', '2021-10-01T09:00:00'),
    dose('d', '79', '2021-09-20T09:00:00'),
    dose('e', '79', '2021-09-29T09:00:00'),
  )
  const from = local('2021-10-01T00:00:00')
  const at = local('2021-10-04T09:15:00')
  const asked = () => unitTimeliness(store.w, { from, at })
  const expected = [
    { unit: '01', sameDay: 1, nextDay: 1, days2to3: 1, days4to7: 0, later: 0 },
    { unit: '79', sameDay: 0, nextDay: 0, days2to3: 0, days4to7: 1, later: 1 },
  ]
  expect(await asked()).toEqual(expected)
  // a millisecond before, the last batch was not known; the window begins where it is told
  expect(await unitTimeliness(store.w, { from, at: at - 1 })).toEqual([
    { unit: '01', sameDay: 1, nextDay: 1, days2to3: 0, days4to7: 0, later: 0 },
  ])
  expect(await unitTimeliness(store.w, { from: local('2021-10-02T00:00:00'), at: at - 1 })).toEqual([
    { unit: '01', sameDay: 0, nextDay: 1, days2to3: 0, days4to7: 0, later: 0 },
  ])
  // later in the same hour, and much later
  await known('2021-10-04T09:40:00', dose('f', '01', '2021-10-04T09:00:00'))
  expect(await asked()).toEqual(expected)
  await known('2021-10-05T12:00:00', dose('c', '01', '2021-10-03T09:00:00', 2))
  expect(await asked()).toEqual(expected)
  expect(await unitTimeliness(store.w, { from, at: local('2021-10-05T12:00:00') })).toMatchObject([
    // the correction takes its old content back where it became known, four days after
    { unit: '01', sameDay: 2, nextDay: 1, days2to3: 2, days4to7: -1 },
    { unit: '79' },
  ])
})

it('says per source how long its doses took', async () => {
  const window = { from: local('2021-10-01T00:00:00'), at: local('2021-10-04T09:15:00') }
  expect(await sourceTimeliness(store.w, window)).toMatchObject([
    { source: 'hanoi', records: 3, p50: 15.5 * HOUR_MS },
    { source: 'hcm', records: 2 },
  ])
})
