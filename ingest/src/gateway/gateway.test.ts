import { mkdtemp, rm } from 'node:fs/promises'
import { request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { EXERCISE_CLOCK_KEY, type ExerciseMark, QUEUE_NAME } from '@mcc/contract'
import { addSource } from '@mcc/warehouse'
import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BatchJob } from '../queue/batch.js'
import { failFastRedis, patientRedis } from '../queue/redis.js'
import { openRegistry } from '../source/registry.js'
import { doseOf } from '../testing/dose.js'
import { startRedis, type TestRedis } from '../testing/redis.js'
import { makeAcceptance } from './accept.js'
import { makeGateway } from './app.js'
import { exerciseClock, wallClock } from './clock.js'
import { makeGatewayMetrics } from './metrics.js'
import { makePseudonymise } from './pseudonym.js'

let redis: TestRedis
let directory: string
let url: string
let key: string
const ends: (() => unknown)[] = []

const connected = (): Redis => {
  const connection = failFastRedis(redis.url)
  connection.on('error', () => undefined)
  ends.push(() => connection.disconnect())
  return connection
}

async function serve(connection: Redis, exercise?: ExerciseMark): Promise<string> {
  const acceptance = makeAcceptance(connection, 50)
  ends.push(() => acceptance.close().catch(() => undefined))
  const app = makeGateway({
    exercise,
    sources: openRegistry(directory),
    pseudonymise: makePseudonymise('a key for this test only'),
    clock: exercise ? exerciseClock(connection, Date.now) : wallClock(Date.now),
    acceptance,
    metrics: makeGatewayMetrics(),
    redisIsUp: () => connection.status === 'ready',
    books: undefined,
    log: pino({ level: 'error' }),
  })
  const server = await new Promise<Server>((resolve) => {
    const s = app.listen(0, '127.0.0.1', () => resolve(s))
  })
  ends.push(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mcc-gateway-'))
  redis = await startRedis()
  key = await addSource(directory, 'hanoi', Date.now())
  url = await serve(connected())
})
afterAll(async () => {
  for (const end of ends.toReversed()) await end()
  await redis.stop()
  await rm(directory, { recursive: true, force: true })
})

const post = (body: string | Buffer, headers: Record<string, string> = {}, to = url): Promise<Response> =>
  fetch(`${to}/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson', ...headers },
    body,
  })
const ndjson = (events: unknown[]): string => events.map((e) => JSON.stringify(e)).join('\n')
const codeOf = async (r: Response): Promise<unknown> =>
  ((await r.json()) as { error: { code: string } }).error.code

async function waitUntilAccepting(): Promise<void> {
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 10_000 }).toBe(200)
}

describe('a batch with one bad line of each kind', () => {
  it('is accepted, and every bad line is named with path and code', async () => {
    await waitUntilAccepting()
    const answer = await post(
      ndjson([
        doseOf('hanoi', 'good'),
        doseOf('hanoi', 'a', { ward: 'x' }),
        doseOf('hanoi', 'b', { province: '98' }),
        doseOf('hanoi', 'c', { occurredAt: '2140-01-01T00:00:00Z', birthYear: 2130 }),
        doseOf('hanoi', 'd', { doseNo: '1' }),
        doseOf('hanoi', 'e', { birthYear: 1801 }),
        doseOf('hanoi', 'f', { lot: 'L'.repeat(65) }),
        doseOf('hue', 'g'),
        doseOf('hanoi', 'h', { exercise: true }),
        { ...doseOf('hanoi', 'i'), sex: undefined },
        [1],
        { type: 'vaccine' },
      ]) + '\nnot json\n',
    )
    expect(answer.status).toBe(202)
    const body = (await answer.json()) as {
      batch: string
      accepted: number
      rejected: { line: number; path: string; code: string }[]
    }
    expect(body.accepted).toBe(1)
    expect(body.rejected.map((r) => [r.line, r.path, r.code])).toEqual([
      [2, 'ward', 'unknown_field'],
      [3, 'province', 'unknown_province'],
      [4, 'occurredAt', 'in_future'],
      [5, 'doseNo', 'wrong_type'],
      [6, 'birthYear', 'impossible_age'],
      [7, 'lot', 'too_long'],
      [8, 'source', 'not_your_source'],
      [9, 'exercise', 'exercise_in_real_store'],
      [10, 'sex', 'missing_field'],
      [11, '', 'not_an_object'],
      [12, 'type', 'unknown_type'],
      [13, '', 'not_json'],
    ])
  })

  it('lies in the queue whole, without the identifier of any person', async () => {
    const connection = patientRedis(redis.url)
    const queue = new Queue<BatchJob>(QUEUE_NAME, { connection })
    const secret = 'CCCD-001080012345'
    await post(
      ndjson([
        doseOf('hanoi', 'p1', { person: secret }),
        doseOf('hanoi', 'p2', { person: secret, doseNo: 99, fullName: secret }),
      ]),
    )
    const jobs = await queue.getWaiting()
    const text = JSON.stringify(jobs.map((j) => j.data))
    expect(text).not.toContain(secret)
    expect(jobs.some((j) => j.data.refused.some((r) => r.path === 'doseNo'))).toBe(true)
    await queue.obliterate({ force: true })
    await queue.close()
    connection.disconnect()
  })
})

describe('what is no batch', () => {
  it.each([
    ['no NDJSON', 'id;name\n1;A', {}, 400, 'not_ndjson'],
    ['empty', '\n\n', {}, 400, 'empty'],
    ['no array', '{"a":1}', { 'content-type': 'application/json' }, 400, 'not_an_array'],
    ['another content type', 'a', { 'content-type': 'text/csv' }, 415, 'unknown_content_type'],
    ['another key', '{}', { authorization: 'Bearer mcc_other' }, 401, 'unknown_key'],
    ['not packed as it says', '{}', { 'content-encoding': 'gzip' }, 400, 'bad_request'],
    ['too many records', '{}\n'.repeat(2_001), {}, 413, 'too_many_events'],
    ['too large', `{"a":"${'x'.repeat(2_200_000)}"}`, {}, 413, 'entity_too_large'],
  ])('%s', async (_name, body, headers, status, code) => {
    const answer = await post(body, headers)
    expect([answer.status, await codeOf(answer)]).toEqual([status, code])
  })

  it('nothing is read of a body that comes without a good key', async () => {
    const headers = { authorization: 'Bearer mcc_other', 'content-type': 'application/x-ndjson' }
    const status = await new Promise((resolve, reject) => {
      const asking = request(`${url}/v1/events`, {
        method: 'POST',
        headers: { ...headers, 'content-length': '1000000' },
      })
      asking.on('response', (answer) => resolve(answer.statusCode)).on('error', reject)
      asking.flushHeaders()
      setTimeout(() => asking.destroy(new Error('it waits for the body')), 3_000)
    })
    expect(status).toBe(401)
  })

  it('a small body that grows large when unpacked', async () => {
    const answer = await post(gzipSync(Buffer.alloc(30_000_000, 32)), { 'content-encoding': 'gzip' })
    expect(answer.status).toBe(413)
  })
})

describe('an exercise', () => {
  const now = '2021-09-01T12:00:00+07:00'
  it('goes by the moment that its sender states, and takes no batch that states none', async () => {
    const exercise = await serve(connected(), { scale: 0.01 })
    const send = (at: string) =>
      post(ndjson([doseOf('hanoi', 'e', { exercise: true })]), { 'x-mcc-exercise-now': at }, exercise)
    await expect.poll(async () => (await send(now)).status, { timeout: 10_000 }).toBe(202)
    for (const at of ['yesterday', '2021-09-01', '2021-09-01T12:00:00', '9999-01-01T00:00:00Z']) {
      const answer = await send(at)
      expect([answer.status, await codeOf(answer)]).toEqual([400, 'bad_exercise_now'])
    }
    const look = connected()
    await expect.poll(() => look.status).toBe('ready')
    expect(Number(await look.get(EXERCISE_CLOCK_KEY))).toBe(Date.parse(now))
  })
})

describe('Redis in trouble: every request ends within 2 s with 503 and Retry-After', () => {
  const expectRetryLater = async (): Promise<void> => {
    const started = performance.now()
    const answer = await post(ndjson([doseOf('hanoi', 'later')]))
    expect(answer.status).toBe(503)
    expect(performance.now() - started).toBeLessThan(2_000)
    expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
  }

  it('frozen', async () => {
    redis.freeze()
    await expectRetryLater()
    redis.thaw()
    await waitUntilAccepting()
    await expect
      .poll(async () => (await post(ndjson([doseOf('hanoi', 'x1')]))).status, { timeout: 10_000 })
      .toBe(202)
  })

  it('killed, and back', async () => {
    await redis.kill()
    await expectRetryLater()
    expect((await fetch(`${url}/livez`)).status).toBe(200)
    expect((await fetch(`${url}/readyz`)).status).toBe(503)
    await redis.restart()
    await expect
      .poll(async () => (await post(ndjson([doseOf('hanoi', 'x2')]))).status, { timeout: 10_000 })
      .toBe(202)
  })

  it('full queue: 429', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 80; i++) {
      statuses.push((await post(ndjson([doseOf('hanoi', `q${i}`)]))).status)
      await new Promise((resolve) => setTimeout(resolve, 8))
    }
    expect(statuses).toContain(429)
  })
})
