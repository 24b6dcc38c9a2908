import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addSource } from '@mcc/warehouse'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRegistry } from '../source/registry.js'
import { doseOf } from '../testing/dose.js'
import { type Store, startStore, type WriterProcess } from '../testing/store.js'
import { makeAcceptance } from './accept.js'
import { makeGateway } from './app.js'
import { wallClock } from './clock.js'
import { makeGatewayMetrics } from './metrics.js'
import { makePseudonymise } from './pseudonym.js'

/** What a source may read and write of the books, over HTTP, with engine, Redis and writer behind it. */
let store: Store
let writer: WriterProcess
let directory: string
const keys: Record<string, string> = {}
const servers: Server[] = []
let url: string

async function serve(books: 'here' | 'away', exercise: boolean): Promise<string> {
  const app = makeGateway({
    exercise: exercise ? { scale: 0.01 } : undefined,
    sources: openRegistry(directory),
    pseudonymise: makePseudonymise('a key for this test only'),
    clock: wallClock(Date.now),
    acceptance: makeAcceptance(store.connection, 50),
    metrics: makeGatewayMetrics(),
    redisIsUp: () => store.connection.status === 'ready',
    books:
      books === 'away'
        ? undefined
        : {
            warehouse: store.w,
            redis: store.connection,
            exercise,
            receivingNow: () => Promise.resolve(Date.now()),
            now: Date.now,
          },
    log: pino({ level: 'error' }),
  })
  const server = await new Promise<Server>((resolve) => {
    const s = app.listen(0, '127.0.0.1', () => resolve(s))
  })
  servers.push(server)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mcc-books-'))
  store = await startStore()
  writer = await store.startWriter()
  for (const name of ['hanoi', 'hue']) keys[name] = await addSource(directory, name, Date.now())
  url = await serve('here', false)
})
afterAll(async () => {
  for (const server of servers) {
    server.close()
    server.closeAllConnections()
  }
  await writer.kill()
  await store.stop()
  await rm(directory, { recursive: true, force: true })
})

const as = (source: string) => ({ authorization: `Bearer ${keys[source] ?? 'mcc_unknown'}` })
const post = (body: unknown, source = 'hanoi', base = url): Promise<Response> =>
  fetch(`${base}/v1/manifest`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...as(source) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const ask = (query = '', source = 'hanoi', base = url): Promise<Response> =>
  fetch(`${base}/v1/accounting${query}`, { headers: as(source) })
const said = async (answer: Response): Promise<[number, unknown]> => [
  answer.status,
  ((await answer.json()) as { error?: { code: string } }).error?.code,
]
const manifest = {
  source: 'hanoi',
  type: 'dose',
  from: '2021-09-01T00:00:00+07:00',
  to: '2021-09-02T00:00:00+07:00',
  records: 10,
}

describe('POST /v1/manifest', () => {
  it.each([
    ['no JSON', '{"source"', 400, 'entity_parse_failed'],
    ['nothing', '', 400, 'bad_manifest'],
    ['a list', [], 400, 'bad_manifest'],
    ['a field more', { ...manifest, note: 'x' }, 400, 'bad_manifest'],
    ['no count', { ...manifest, records: undefined }, 400, 'bad_manifest'],
    ['a count as text', { ...manifest, records: '10' }, 400, 'bad_manifest'],
    ['a count below 0', { ...manifest, records: -1 }, 400, 'bad_manifest'],
    ['another type', { ...manifest, type: 'vaccine' }, 400, 'bad_manifest'],
    ['a moment without offset', { ...manifest, from: '2021-09-01T00:00:00' }, 400, 'bad_manifest'],
    ['a window that ends before it begins', { ...manifest, to: manifest.from }, 400, 'bad_manifest'],
    ['an exercise in a real store', { ...manifest, exercise: true }, 400, 'exercise_mark'],
    ['another source', { ...manifest, source: 'hue' }, 403, 'not_your_source'],
    ['far too much', { ...manifest, source: 'x'.repeat(20_000) }, 413, 'entity_too_large'],
  ])('refuses %s', async (_name, body, status, code) => {
    expect(await said(await post(body))).toEqual([status, code])
  })

  it('refuses an unknown key, says which field is wrong, and keeps nothing that was refused', async () => {
    expect(await said(await post(manifest, 'nobody'))).toEqual([401, 'unknown_key'])
    const answer = (await (await post({ ...manifest, records: 1.5 })).json()) as {
      error: { message: string }
    }
    expect(answer.error.message).toMatch(/^records: /)
    expect(await store.rows('SELECT * FROM manifest')).toEqual([])
  })

  it('needs the exercise mark on an exercise store', async () => {
    const exercise = await serve('here', true)
    expect(await said(await post(manifest, 'hanoi', exercise))).toEqual([400, 'exercise_mark'])
    const mark = { ...manifest, from: '2021-08-01T00:00:00Z', to: '2021-08-02T00:00:00Z', exercise: true }
    expect((await post(mark, 'hanoi', exercise)).status).toBe(201)
  })
})

describe('GET /v1/accounting', () => {
  it.each([
    ['a moment that is none', '?from=yesterday', 400, 'bad_request'],
    ['a moment without offset', '?to=2021-09-01T00:00:00', 400, 'bad_request'],
    ['an unknown word', '?since=2021-09-01T00:00:00Z', 400, 'bad_request'],
    [
      'a window that ends before it begins',
      '?from=2021-09-02T00:00:00Z&to=2021-09-01T00:00:00Z',
      400,
      'bad_request',
    ],
    ['more than 400 days', '?from=2020-01-01T00:00:00Z&to=2021-09-01T00:00:00Z', 400, 'bad_request'],
    ['another source', '?source=hue', 403, 'not_your_source'],
  ])('refuses %s', async (_name, query, status, code) => {
    expect(await said(await ask(query))).toEqual([status, code])
  })

  it('refuses an unknown key; without an engine both say when to come again', async () => {
    expect(await said(await ask('', 'nobody'))).toEqual([401, 'unknown_key'])
    const away = await serve('away', false)
    for (const answer of [await ask('', 'hanoi', away), await post(manifest, 'hanoi', away)]) {
      expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
      expect(await said(answer)).toEqual([503, 'engine_away'])
    }
  })

  it('answers within two seconds also when the engine stands still', async () => {
    store.engine.process.kill('SIGSTOP')
    try {
      const asked = performance.now()
      expect(await said(await ask())).toEqual([503, 'engine_away'])
      expect(performance.now() - asked).toBeLessThan(2_000)
    } finally {
      store.engine.process.kill('SIGCONT')
    }
  })

  it('shows a source what became of its records and what it said it sent, and of no other', async () => {
    const send = (source: string, events: unknown[]): Promise<Response> =>
      fetch(`${url}/v1/events`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...as(source) },
        body: JSON.stringify(events),
      })
    const facility = {
      type: 'facility',
      op: 'upsert',
      source: 'hanoi',
      id: 'F1',
      rev: 1,
      occurredAt: '2021-09-01T09:00:00+07:00',
      recordedAt: '2021-09-01T09:00:00+07:00',
      name: 'Trạm F1',
      province: '01',
      kind: 'commune-station',
      lat: 21,
      lon: 105.8,
      capacityPerDay: 100,
      open: true,
    }
    const from = Math.floor(Date.now() / 3_600_000) * 3_600_000
    const doses = ['a', 'b', 'c'].map((id) => doseOf('hanoi', id, { facility: 'F1' }))
    expect((await send('hanoi', [facility, ...doses, doseOf('hanoi', 'd', { facility: 'F9' })])).status).toBe(
      202,
    )
    expect((await send('hanoi', [doses[0], { ...doses[1], doseNo: 99 }])).status).toBe(202)
    expect((await send('hue', [doseOf('hue', 'a', { facility: 'F1' })])).status).toBe(202)
    const iso = (ms: number): string => new Date(ms).toISOString()
    const window = { from: iso(from), to: iso(from + 2 * 3_600_000) }
    const told = { ...manifest, ...window, records: 9 }
    expect((await post({ ...told, records: 1 })).status).toBe(201)
    const kept = await post(told)
    expect([kept.status, await kept.json()]).toEqual([
      201,
      { source: 'hanoi', type: 'dose', records: 9, ...window },
    ])
    const books = async () =>
      (await (await ask()).json()) as {
        source: string
        hours: Record<string, number>[]
        manifests: unknown[]
      }
    const sums = async () => {
      const { hours } = await books()
      const sum = (kind: string): number => hours.reduce((n, h) => n + h[kind]!, 0)
      return ['received', 'stored', 'duplicate', 'superseded', 'quarantined', 'inFlight', 'unexplained'].map(
        sum,
      )
    }
    await expect.poll(sums, { timeout: 20_000, interval: 200 }).toEqual([7, 4, 1, 0, 2, 0, 0])
    // a later manifest for the window stands; refused lines are lines too
    // the gateway's own receipts come into the store each second
    await expect.poll(books, { timeout: 20_000, interval: 200 }).toMatchObject({
      source: 'hanoi',
      manifests: [{ type: 'dose', records: 9, received: 6, difference: -3 }],
    })
    await expect
      .poll(async () => (await ask('', 'hue')).json(), { timeout: 20_000, interval: 200 })
      .toMatchObject({
        source: 'hue',
        hours: [{ received: 1, stored: 1, unexplained: 0 }],
        manifests: [],
      })
  })
})
