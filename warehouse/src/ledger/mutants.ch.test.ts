import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
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
import { tornCount } from '../testing/torn.js'
import type { SignedRow } from './apply.js'
import { countGroup } from './count.js'

/** The tests of the ledger prove nothing unless they fail on a broken ledger: each of its parts is taken out once. */
type Part = 'the −1 row' | 'the look-up' | 'target − net' | 'the repair'
const out = vi.hoisted(() => ({ part: undefined as string | undefined }))

vi.mock(import('./insert.js'), async (original) => {
  const real = await original()
  const keeps = (r: SignedRow): boolean => r.text.split('\t')[5] === '1'
  return {
    ...real,
    insertSigned: (w, rows) => real.insertSigned(w, out.part === 'the −1 row' ? rows.filter(keeps) : rows),
  }
})
vi.mock(import('./state.js'), async (original) => {
  const real = await original()
  return {
    ...real,
    readStates: (w, keys) =>
      out.part === 'the look-up' ? Promise.resolve(new Map()) : real.readStates(w, keys),
  }
})
vi.mock(import('./redeliver.js'), async (original) => {
  const real = await original()
  return {
    ...real,
    readNet: (w, records) => (out.part === 'target − net' ? Promise.resolve([]) : real.readNet(w, records)),
  }
})
vi.mock(import('./rollups.js'), async (original) => {
  const real = await original()
  return {
    ...real,
    repairRollup: (w, r, days) =>
      out.part === 'the repair' ? Promise.resolve(0) : real.repairRollup(w, r, days),
  }
})

let store: TestStore
beforeAll(async () => {
  store = await startStore()
})
afterEach(() => {
  out.part = undefined
})
afterAll(() => store.stop())

/** Counts a history of doses whose every second group is torn by a crash and comes again. */
async function historyWithCrashes(groups: readonly Arrival[][]): Promise<string[]> {
  await store.clear()
  for (const [i, group] of groups.entries()) {
    const torn = i % 2 === 0
    if (torn) await tornCount(store.w, group, { rows: 'all', withoutView: 'dose_place' })
    await countGroup(store.w, group, torn)
  }
  const changes = changesOf(groups)
  return [
    ...(await rollupsAgainst(store, changes, ['dose_known'])),
    ...(await ledgersAgainst(store, changes)),
    ...(await brokenRollups(store)),
  ]
}

const [batches] = fc.sample(history(300, 'dose'), { numRuns: 1, seed: 3 })

it('the ledger as it is counts right', async () => {
  expect(await historyWithCrashes(groupsOf(batches!))).toEqual([])
}, 120_000)

it.each<Part>(['the −1 row', 'the look-up', 'target − net', 'the repair'])(
  'without %s the figures are wrong, and the oracle says so',
  async (part) => {
    out.part = part
    expect(await historyWithCrashes(groupsOf(batches!))).not.toEqual([])
  },
  120_000,
)
