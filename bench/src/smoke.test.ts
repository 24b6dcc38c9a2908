import { expect, it } from 'vitest'
import { DASHBOARD_DEFAULTS, runDashboard } from './dashboard/dashboard.js'
import { DAY_DEFAULTS, runDay } from './day/day.js'
import { FRESHNESS_DEFAULTS, runFreshness } from './freshness/freshness.js'
import { percentile } from './figures.js'
import { INGEST_DEFAULTS, runIngest } from './ingest/ingest.js'
import { runLookup } from './lookup/lookup.js'
import { MEMORY_DEFAULTS, runMemory } from './memory/memory.js'
import { readOptions } from './options.js'

// each benchmark once with tiny sizes on real processes: it runs, and what it checks is exact
const quiet = (): void => undefined

it('ingest', async () => {
  const sizes = { doses: 20_000, events: 4_000, batch: 500, rawRows: 4_000 }
  const result = await runIngest({ ...INGEST_DEFAULTS, ...sizes }, quiet)
  expect(result).toMatchObject({ exact: true, events: 4_000 })
  expect(result.eventsPerSecond).toBeGreaterThan(0)
  expect(result.engineBestRowsPerSecond).toBeGreaterThanOrEqual(result.engineRowsPerSecond)
  expect(result.engineBusy['insert']).toBeGreaterThan(0)
  expect(result.engineBusy['lookup']).toBeGreaterThan(0)
  expect(result.engineBusy['state']).toBeGreaterThan(0)
}, 120_000)

it('freshness', async () => {
  const sizes = { rate: 200, seconds: 3, batch: 20, doses: 1_000 }
  const result = await runFreshness({ ...FRESHNESS_DEFAULTS, ...sizes }, quiet)
  expect(result.batches).toBe(30)
  expect(result.ms.p50).toBeGreaterThan(0)
  expect(result.ms.p99).toBeLessThan(20_000)
}, 120_000)

it('lookup', async () => {
  const result = await runLookup({ sizes: [2_000, 10_000], batch: 200, repeats: 3 }, quiet)
  expect(result.results.map((r) => r.records)).toEqual([2_000, 10_000])
}, 120_000)

it('day', async () => {
  const result = await runDay({ ...DAY_DEFAULTS, scale: 0.001 }, quiet)
  expect(result.exact).toBe(true)
  expect(result.doses).toBeGreaterThan(1_000)
  expect(result.maxMb['writer']).toBeGreaterThan(10)
}, 120_000)

it('memory', async () => {
  const result = await runMemory({ ...MEMORY_DEFAULTS, minutes: 0.05, doses: 1_000, batch: 200 }, quiet)
  for (const name of ['engine', 'redis', 'gateway', 'writer', 'aggregator'])
    expect(result.maxMb[name]).toBeGreaterThan(1)
}, 120_000)

it('dashboard', async () => {
  const sizes = { doses: 1_000, deltas: 60, changes: 16, rounds: 2, paints: 3, idleSeconds: 1 }
  const result = await runDashboard({ ...DASHBOARD_DEFAULTS, ...sizes }, quiet)
  // the same on every machine, so a limit here already
  expect(result.scriptKb['nation']).toBeGreaterThan(50)
  expect(result.scriptKb['nation']).toBeLessThan(300)
  expect(result.heapMb).toHaveLength(3)
  expect(result.layoutShift).toBe(0)
  expect(result.restyle.cells).toBeGreaterThan(700)
  expect(result.deltaToPaintMs.max).toBeGreaterThan(0)
  expect(result.deskDeltaToPaintMs.max).toBeGreaterThan(0)
  expect(result.errors).toEqual([])
}, 180_000)

it('options are read by the type of their defaults', () => {
  const defaults = { inFlight: 4, sizes: [1, 2], day: '2021-10-19' }
  expect(readOptions(['--in-flight', '8', '--sizes', '1_000,5'], defaults)).toEqual({
    inFlight: 8,
    sizes: [1_000, 5],
    day: '2021-10-19',
  })
  expect(() => readOptions(['--in-flight', 'many'], defaults)).toThrow('is no number')
  expect(() => readOptions(['--other', '1'], defaults)).toThrow('--other')
})

it('percentiles', () => {
  expect([0.5, 0.95, 1].map((p) => percentile([3, 1, 2, 4], p))).toEqual([2, 4, 4])
})
