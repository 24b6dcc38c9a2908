import type { NationState } from '@mcc/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Running } from '../server.js'
import { baseOf, enter, linksOf, until } from '../testing/client.js'
import { READINGS } from './known.js'
import { dose } from '../testing/events.js'
import { type Machine, startMachine } from '../testing/machine.js'

const AT = '2021-10-01T08:00:00+07:00'
const T1 = Date.parse('2021-10-01T20:00:00+07:00')
const T2 = Date.parse('2021-10-02T07:00:00+07:00')
let machine: Machine
let running: Running
let base: string
let cookie: string

beforeAll(async () => {
  machine = await startMachine()
  await machine.count([dose('d1', '01', AT), dose('d2', '79', AT)], T1)
  running = await machine.start()
  base = baseOf(running)
  cookie = await enter(base, (await linksOf(machine.directory))['committee']!)
  await until(() => running.live.settled === T1 && running.live.states !== undefined)
})
afterAll(async () => {
  await running.stop()
  await machine.stop()
})

const get = (path: string, headers: Record<string, string> = { cookie }) => fetch(base + path, { headers })
const text = async (path: string): Promise<string> => (await get(path)).text()
const iso = (ms: number): string => new Date(ms).toISOString()
const PATHS = [
  '/api/v1/topics/nation?at=2021-10-01T20:00+07:00',
  '/api/v1/topics/province:79?at=2021-10-01T13:00:00Z',
  '/api/v1/topics/allocation?at=2021-10-01T20:00%2B07:00',
  '/api/v1/topics/aefi?at=2021-10-01T20:00%2B07:00',
  '/api/v1/series?unit=79&at=2021-10-01T20:00%2B07:00',
  '/api/v1/provinces?at=2021-10-01T20:00%2B07:00',
  '/api/v1/timeliness?days=3&at=2021-10-01T20:00%2B07:00',
]

it('answers for a settled moment, the same as live was then, and for ever the same', async () => {
  const live = (await (await get('/api/v1/topics/nation')).json()) as Record<string, unknown>
  expect(live['knownAt']).toBe(live['asOf'])
  const before = await Promise.all(PATHS.map(text))
  const nation = JSON.parse(before[0]!) as { knownAt: string; asOf: string; state: NationState }
  expect(nation).toMatchObject({ asOf: new Date(T1).toISOString(), knownAt: new Date(T1).toISOString() })
  expect(nation.state).toEqual(live['state'])
  const voided = {
    type: 'dose',
    op: 'void',
    source: 'test',
    id: 'd1',
    rev: 2,
    occurredAt: AT,
    recordedAt: AT,
  }
  const moved = { ...dose('d2', '48', AT), rev: 2 }
  await machine.count([voided as never, moved, dose('d3', '79', AT), dose('d4', '79', AT)], T2)
  await until(() => running.live.settled === T2)
  expect(await Promise.all(PATHS.map(text))).toEqual(before)
  await running.stop()
  running = await machine.start()
  base = baseOf(running)
  await until(async () => (await get(PATHS[0]!)).status === 200)
  expect(await Promise.all(PATHS.map(text))).toEqual(before)
})

it('says what changed since, by how much, why and by which batch', async () => {
  const span = 'from=2021-10-01T20:00%2B07:00&to=2021-10-02T07:00%2B07:00'
  const log = (await (await get(`/api/v1/restatements?${span}&limit=2`)).json()) as Record<string, unknown>
  const change = (added: number, removed: number, records: number) => ({
    change: added - removed,
    added,
    removed,
    records,
  })
  expect(log).toMatchObject({
    closedDay: '2021-10-01',
    nextOffset: 2,
    totals: {
      ...change(3, 2, 5),
      cells: 3,
      cellsChanged: 3,
      byReason: { 'late-entry': change(2, 0, 2), correction: change(1, 1, 2), void: change(0, 1, 1) },
    },
  })
  const rest = (await (await get(`/api/v1/restatements?${span}&offset=2`)).json()) as Record<string, unknown>
  expect(rest['totals']).toEqual(log['totals'])
  expect(rest['cells']).toMatchObject([
    {
      unit: '79',
      change: 1,
      reasons: [
        { reason: 'correction', ...change(0, 1, 1) },
        {
          reason: 'late-entry',
          ...change(2, 0, 2),
          batchCount: 1,
          batches: [{ batch: 'b', source: 'test', records: 2, receivedAt: new Date(T2).toISOString() }],
        },
      ],
    },
  ])
})

it('says how long doses took, up to the moment asked for or the watermark', async () => {
  const at = async (query: string) =>
    (await (await get(`/api/v1/timeliness?days=2${query}`)).json()) as unknown
  const source = { source: 'test', records: 2, p50: 12 * 3_600_000, p95: 12 * 3_600_000 }
  expect(await at('&at=2021-10-01T20:00%2B07:00')).toMatchObject({
    asOf: new Date(T1).toISOString(),
    from: '2021-09-29T17:00:00.000Z',
    units: [
      { unit: '01', sameDay: 1, nextDay: 0 },
      { unit: '79', sameDay: 1, nextDay: 0 },
    ],
    sources: [source],
  })
  expect(await at('')).toMatchObject({ asOf: new Date(T2).toISOString(), sources: [{ records: 4 }] })
  for (const query of ['days=0', 'days=61', 'days=x', 'at=yesterday'])
    expect([query, (await get(`/api/v1/timeliness?${query}`)).status]).toEqual([query, 400])
  expect((await get('/api/v1/timeliness?at=2022-01-01T00:00Z')).status).toBe(409)
  expect((await get('/api/v1/timeliness', {})).status).toBe(401)
})

it('guesses nothing beyond the watermark, and refuses what is no moment', async () => {
  const late = await get(`/api/v1/topics/nation?at=${new Date(T2 + 1).toISOString()}`)
  expect(late.status).toBe(409)
  expect(await late.json()).toMatchObject({
    error: { code: 'not_settled', watermark: new Date(T2).toISOString() },
  })
  const refused = async (path: string): Promise<number> => (await get(path)).status
  for (const at of ['yesterday', '2021-10-01', '2021-10-01T20:00', '0001-01-01T00:00Z', ''])
    expect([at, await refused(`/api/v1/provinces?at=${at}`)]).toEqual([at, 400])
  expect(await refused('/api/v1/topics/system?at=2021-10-01T20:00Z')).toBe(400)
  expect(await refused('/api/v1/restatements?from=2021-10-01T20:00Z&to=2021-10-01T20:00Z')).toBe(400)
  expect(await refused('/api/v1/restatements?from=2021-10-01T20:00Z&to=2021-10-03T20:00Z')).toBe(409)
  expect((await get('/api/v1/restatements?from=2021-10-01T20:00Z&to=2021-10-02T00:00Z', {})).status).toBe(401)
})

it('lets no more readings of the past wait than are soon done, and takes the next ones after', async () => {
  const asked = Array.from({ length: 120 }, (_, i) => get(`/api/v1/provinces?at=${iso(T1 + 1 + i)}`))
  const answers = await Promise.all(asked)
  const busy = answers.filter((answer) => answer.status === 503)
  expect(busy.length).toBeGreaterThan(20)
  expect(answers.filter((answer) => answer.status === 200).length).toBeGreaterThanOrEqual(READINGS)
  const { error } = (await busy[0]!.json()) as { error: { code: string } }
  expect([error.code, busy[0]!.headers.get('retry-after')]).toEqual(['busy', '2'])
  expect((await get(`/api/v1/provinces?at=${iso(T1 + 200)}`)).status).toBe(200)
}, 60_000)
