import { checkEvent } from '@mcc/contract'
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
import { countGroup } from './count.js'

/** Deep runs take about an hour; see `npm run test:deep`. */
const DEEP = process.env['MCC_DEEP'] === '1'
const RUNS = DEEP ? 200 : 20
const EVENTS = 3_000

let store: TestStore
beforeAll(async () => {
  store = await startStore()
})
afterAll(() => store.stop())

it('the histories hold what the contract allows, and all that can go wrong', () => {
  const context = { now: Date.parse('2023-01-01T00:00:00Z'), exercise: true, source: 's' }
  const [batches] = fc.sample(history(EVENTS), { numRuns: 1, seed: 1 })
  const events = batches!.flatMap((b) => b.events)
  for (const e of events) expect([checkEvent(e, context), e]).toEqual([{ ok: true, event: e }, e])
  expect(new Set(events.map((e) => e.type)).size).toBe(10)
  const revisions = new Map<string, Set<string>>()
  for (const e of events) {
    const key = `${e.type} ${e.id} ${e.rev}`
    revisions.set(key, (revisions.get(key) ?? new Set()).add(JSON.stringify(e)))
  }
  expect([...revisions.values()].filter((texts) => texts.size > 1).length).toBeGreaterThan(100)
  expect(events.filter((e) => e.op === 'void').length).toBeGreaterThan(100)
})

/** Moments of the past: of a batch, or just before one. */
const momentsOf = (groups: readonly (readonly Arrival[])[], picks: readonly number[]): number[] => {
  const known = groups.flat().map((r) => r.knownAt)
  return picks.map((p) => known[p % known.length]! - (p % 2))
}

it(
  `${RUNS} histories of up to ${EVENTS} events of every type: each roll-up, each ledger, and what was known at any moment are the oracle's`,
  async () => {
    await fc.assert(
      fc.asyncProperty(
        history(EVENTS),
        fc.array(fc.nat(), { minLength: 2, maxLength: 2 }),
        async (batches, picks) => {
          await store.clear()
          const groups = groupsOf(batches)
          for (const group of groups) await countGroup(store.w, group, false)
          const changes = changesOf(groups)
          expect(await rollupsAgainst(store, changes)).toEqual([])
          expect(await ledgersAgainst(store, changes)).toEqual([])
          expect(await brokenRollups(store)).toEqual([])
          for (const at of momentsOf(groups, picks))
            expect(await ledgersAgainst(store, changes, at)).toEqual([])
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    )
  },
  DEEP ? 7_200_000 : 600_000,
)
