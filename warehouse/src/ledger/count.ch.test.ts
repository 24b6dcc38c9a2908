import type { AnyEvent } from '@mcc/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Arrival } from '../testing/arrival.js'
import { history } from '../testing/history.js'
import { changesOf } from '../testing/oracle.js'
import {
  brokenRollups,
  groupsOf,
  ledgersAgainst,
  rollupsAgainst,
  startStore,
  type TestStore,
} from '../testing/store.js'
import { type Tear, tornAgain, tornCount } from '../testing/torn.js'
import { stateFrom } from './apply.js'
import { commit, countGroup, decide } from './count.js'
import { writeStates } from './state.js'

let store: TestStore
beforeAll(async () => {
  store = await startStore()
})
afterAll(() => store.stop())

/** What differs from the oracle. A repetition has a known time of its own, so what was known when is not compared. */
async function wrong(groups: readonly (readonly Arrival[])[]): Promise<string[]> {
  const changes = changesOf(groups)
  return [
    ...(await rollupsAgainst(store, changes, ['dose_known'])),
    ...(await ledgersAgainst(store, changes)),
    ...(await brokenRollups(store)),
  ]
}

const tear = fc.record<Tear>({
  rows: fc.constantFrom('half', 'all'),
  withoutView: fc.constantFrom('dose_day', 'dose_place', 'dose_known', 'movement_day', 'aefi_day'),
})
/** What befalls a group: torn once or twice, a later group in between, earlier groups again. */
const fate = fc.record({
  tears: fc.array(tear, { maxLength: 3 }),
  overtaken: fc.boolean(),
  earlier: fc.option(fc.nat(50), { nil: undefined }),
})

it('counting any batch again, in any order and after any torn inserts, leaves what the oracle says', async () => {
  await fc.assert(
    fc.asyncProperty(history(150), fc.array(fate, { minLength: 7, maxLength: 7 }), async (batches, fates) => {
      await store.clear()
      const { w } = store
      const groups = groupsOf(batches)
      for (const [i, group] of groups.entries()) {
        const { tears, overtaken, earlier } = fates[i % fates.length]!
        const [first, ...more] = tears
        if (first) await tornCount(w, group, first)
        const next = groups[i + 1]
        if (overtaken && next) await countGroup(w, next, false)
        for (const t of more) await tornAgain(w, group, t)
        await countGroup(w, group, first !== undefined || overtaken)
        if (earlier !== undefined) await countGroup(w, groups[earlier % (i + 1)]!, true)
      }
      expect(await wrong(groups)).toEqual([])
    }),
    { numRuns: 8, endOnFailure: true },
  )
}, 300_000)

it('groups decided ahead of the writing of those before count the same', async () => {
  await fc.assert(
    fc.asyncProperty(history(400), async (batches) => {
      await store.clear()
      const groups = groupsOf(batches)
      let before = await decide(store.w, groups[0]!)
      for (const [i, group] of groups.entries()) {
        const next = groups[i + 1]
        const [, ahead] = await Promise.all([
          commit(store.w, before, group.at(-1)!.knownAt),
          next && decide(store.w, next, before.states),
        ])
        if (ahead) before = ahead
      }
      expect(await wrong(groups)).toEqual([])
      expect(await rollupsAgainst(store, changesOf(groups))).toEqual([])
    }),
    { numRuns: 5, endOnFailure: true },
  )
}, 300_000)

it('a correction torn twice, its place changed by a later one in between, leaves no roll-up behind', async () => {
  await store.clear()
  const { w } = store
  const [batch] = fc.sample(history(40, 'dose'), { numRuns: 1, seed: 11 })
  const dose = batch!.flatMap((b) => b.events).find((e) => e.op === 'upsert')!
  const on = (rev: number, day: number) => ({
    events: [{ ...dose, rev, occurredAt: `2021-09-0${day}T02:00:00Z` }],
    step: 1,
    joined: false,
  })
  const groups = groupsOf([on(1, 1), on(2, 2), on(3, 3)])
  const [first, second, third] = groups as [Arrival[], Arrival[], Arrival[]]
  await countGroup(w, first, false)
  await tornCount(w, second, { rows: 'all', withoutView: 'dose_place' })
  await countGroup(w, third, false)
  await tornAgain(w, second, { rows: 'all', withoutView: 'dose_day' })
  await countGroup(w, second, true)
  expect(await wrong(groups)).toEqual([])
}, 60_000)

it('a roll-up that lost or doubled rows is mended when the records come again', async () => {
  await store.clear()
  const groups = groupsOf(fc.sample(history(60, 'dose'), { numRuns: 1, seed: 7 })[0]!)
  const all = groups.flat()
  await countGroup(store.w, all, false)
  await store.w.ch.command({ query: 'INSERT INTO dose_day SELECT * FROM dose_day LIMIT 2' })
  await store.w.ch.command({ query: 'TRUNCATE TABLE dose_place' })
  expect(await brokenRollups(store)).toHaveLength(2)
  expect((await countGroup(store.w, all, true)).mended).toBeGreaterThan(0)
  expect(await wrong(groups)).toEqual([])
}, 60_000)

it('an old batch that comes again while states are lost or old does not bring the ledger back', async () => {
  await store.clear()
  const { w } = store
  const [batch] = fc.sample(history(200, 'dose'), { numRuns: 1, seed: 5 })
  const first = batch!.flatMap((b) => b.events).filter((e) => e.op === 'upsert' && e.rev === 1)
  const doses = [...new Map(first.map((e) => [e.id, e])).values()].slice(0, 6)
  const on = (rev: number) => (e: AnyEvent, i: number) =>
    // every third is taken back by its last revision
    rev === 3 && i % 3 === 0
      ? {
          type: e.type,
          op: 'void' as const,
          source: e.source,
          id: e.id,
          rev,
          occurredAt: e.occurredAt,
          recordedAt: e.recordedAt,
        }
      : { ...e, rev, occurredAt: `2021-09-0${rev}T02:00:00Z` }
  const groups = groupsOf(
    [1, 2, 3].map((rev) => ({ events: doses.map(on(rev)) as AnyEvent[], step: 1, joined: false })),
  )
  for (const group of groups) await countGroup(w, group, false)
  const keys = groups[0]!.map((a) => a.entry.key)
  const [, second] = groups
  const old = keys.slice(0, 3).map((key) => stateFrom(second!.find((a) => a.entry.key === key)!))
  await w.ch.command({ query: 'TRUNCATE TABLE record_state' })
  await writeStates(w, old, second!.at(-1)!.knownAt)

  for (const group of [groups[0]!, second!]) {
    expect((await countGroup(w, group, true)).left).toBe(keys.length)
    expect(await wrong(groups)).toEqual([])
  }
}, 60_000)
