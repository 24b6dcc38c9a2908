import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AnyEvent } from '@mcc/contract'
import {
  connect,
  countDifferences,
  countGroup,
  decide,
  incoming,
  migrate,
  readMigrations,
  readRollups,
  type RunningEngine,
  startEngine,
  type Warehouse,
} from '@mcc/warehouse'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Batch, lineOf } from '../queue/batch.js'
import { doseOf } from '../testing/dose.js'
import { type EngineProxy, type Fault, startEngineProxy } from '../testing/engine-proxy.js'
import { makeStamps } from './stamp.js'
import { prepareGroup, workOff } from './work.js'

/** Every request of the writer to the engine fails once, in every way; what is counted in the end is always the same. */
let directory: string
let engine: RunningEngine
let proxy: EngineProxy
let direct: Warehouse
let proxied: Warehouse

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mcc-work-'))
  engine = await startEngine(directory)
  direct = connect(engine.config)
  await migrate(direct, await readMigrations(), { cluster: false, now: Date.now })
  proxy = await startEngineProxy(engine.config.CLICKHOUSE_URL)
  proxied = connect({ ...engine.config, CLICKHOUSE_URL: proxy.url })
})
afterAll(async () => {
  await proxied.close()
  await proxy.close()
  await direct.close()
  await engine.stop()
  await rm(directory, { recursive: true, force: true })
})

const stamps = makeStamps(0, false, Date.now)
const ground = { facilities: new Set(['01-0001']), stamps, exercise: false }
let runs = 0

const jobOf = (batch: string, source: string, events: Record<string, unknown>[]): Batch => ({
  batch,
  source,
  receivedAt: Date.now(),
  lines: events.map((e, i) => lineOf(i + 1, e as unknown as AnyEvent)),
  refused: [],
})

function movement(
  source: string,
  id: string,
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  const at = '2021-09-02T09:00:00+07:00'
  const envelope = { type: 'movement', op: 'upsert', source, id, rev: 1, occurredAt: at, recordedAt: at }
  const stock = { kind: 'arrive', lot: 'PF-1', product: 'pfizer', doses: 10, from: 'national', to: 'unit:01' }
  return { ...envelope, ...stock, province: '01', ...changes }
}
const voidOf = (source: string, id: string): Record<string, unknown> => {
  const at = '2021-09-03T09:00:00+07:00'
  return { type: 'dose', op: 'void', source, id, rev: 2, occurredAt: at, recordedAt: at }
}

/** What is there before: six doses and a movement. Then two batches that add, correct, void, repeat and hold back. */
async function history(source: string): Promise<{ jobs: Batch[] }> {
  const before = [1, 2, 3, 4, 5, 6].map((n) => doseOf(source, `d${n}`))
  const records = [...before, movement(source, 'm1')].map((e) =>
    incoming(e as unknown as AnyEvent, { batch: `${source}-0`, receivedAt: 1, knownAt: stamps.next(1) }),
  )
  await countGroup(direct, records, false)
  const moved = { rev: 2, province: '79', doseNo: 2, occurredAt: '2021-10-05T09:00:00+07:00' }
  const first = [
    doseOf(source, 'd1', moved),
    voidOf(source, 'd2'),
    doseOf(source, 'd3'),
    doseOf(source, 'd7', { product: 'astrazeneca' }),
    doseOf(source, 'd7', { product: 'astrazeneca' }),
    doseOf(source, 'd8', { facility: 'not registered' }),
  ]
  const second = [
    movement(source, 'm1', { rev: 2, doses: 4 }),
    movement(source, 'm2', { province: '79' }),
    doseOf(source, 'd1', { ...moved, rev: 3, province: '48' }),
    doseOf(source, 'd9', { occurredAt: '2021-12-31T23:30:00+07:00' }),
  ]
  return { jobs: [jobOf(`${source}-1`, source, first), jobOf(`${source}-2`, source, second)] }
}

/** Counts the history with faults at the given requests, repeating until the engine took it, as the writer does. */
async function count(source: string, faults: ReadonlyMap<number, Fault>): Promise<number> {
  const { jobs } = await history(source)
  const deliveries = jobs.map((job) => ({ job, again: false }))
  const prepared = prepareGroup(deliveries, ground)
  const records = prepared.flatMap((p) => p.records)
  proxy.arm(faults)
  let effect = await decide(proxied, records).catch(() => undefined)
  for (;;) {
    try {
      await workOff(proxied, prepared, effect, Date.now)
      break
    } catch {
      effect = undefined
    }
  }
  const { requests } = proxy
  await proxy.settled()
  return requests
}

const rows = async (query: string): Promise<unknown[]> =>
  (
    await direct.ch.query({
      query: `${query} SETTINGS output_format_json_quote_64bit_integers=0`,
      format: 'JSONCompactEachRow',
    })
  ).json()

/** All that the store says of a source, without its name. */
async function figures(source: string): Promise<unknown> {
  const present = `GROUP BY ALL HAVING n != 0 ORDER BY ALL`
  return {
    doses: await rows(
      `SELECT splitByChar('|', key)[3] AS id, day, unit, product, dose_no, sum(sign) AS n FROM dose_ledger
       WHERE key LIKE 'dose|${source}|%' ${present}`,
    ),
    movements: await rows(
      `SELECT splitByChar('|', key)[3] AS id, day, unit, doses, sum(sign) AS n FROM movement_ledger
       WHERE key LIKE 'movement|${source}|%' ${present}`,
    ),
    accounts: await rows(
      `SELECT substring(batch, -1) AS b, count() AS n, sum(received), sum(stored + duplicate + superseded + quarantined)
       FROM accounting FINAL WHERE source = '${source}' GROUP BY b ORDER BY b`,
    ),
    quarantine: await rows(`SELECT line, code FROM quarantine FINAL WHERE source = '${source}'`),
  }
}
const EXPECTED = {
  doses: [
    ['d1', '2021-10-05', '48', 'pfizer', 2, 1],
    ...['d3', 'd4', 'd5', 'd6'].map((id) => [id, '2021-09-01', '01', 'pfizer', 1, 1]),
    ['d7', '2021-09-01', '01', 'astrazeneca', 1, 1],
    ['d9', '2021-12-31', '01', 'pfizer', 1, 1],
  ],
  movements: [
    ['m1', '2021-09-02', '01', 4, 1],
    ['m2', '2021-09-02', '79', 10, 1],
  ],
  accounts: [
    ['1', 1, 6, 6],
    ['2', 1, 4, 4],
  ],
  quarantine: [[6, 'unknown_facility']],
}

async function expectExact(source: string, what: string): Promise<void> {
  expect([what, await figures(source)]).toEqual([what, EXPECTED])
}
async function expectRecounts(): Promise<void> {
  for (const r of await readRollups(direct))
    expect([r.target, await countDifferences(direct, r)]).toEqual([r.target, 0])
}

const FAULTS: Fault[] = ['before', 'during', 'after', 'half']

it('each request of the writer fails once, in every way', async () => {
  const clean = `s${runs++}`
  const requests = await count(clean, new Map())
  await expectExact(clean, 'no fault')
  for (let n = 1; n <= requests; n++)
    for (const fault of FAULTS) {
      const source = `s${runs++}`
      await count(source, new Map([[n, fault]]))
      await expectExact(source, `request ${n} of ${requests}: ${fault}`)
    }
  await expectRecounts()
}, 300_000)

it('two requests fail, the second while the first is being made good', async () => {
  for (let n = 3; n <= 6; n++)
    for (let m = n + 1; m < n + 16; m += 2) {
      const source = `s${runs++}`
      const [a, b] = [FAULTS[(n + m) % 4]!, FAULTS[m % 3]!]
      await count(
        source,
        new Map([
          [n, a],
          [m, b],
        ]),
      )
      await expectExact(source, `requests ${n}: ${a}, ${m}: ${b}`)
    }
  await expectRecounts()
}, 300_000)
