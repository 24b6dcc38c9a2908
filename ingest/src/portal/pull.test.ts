import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ExerciseMark, QUEUE_NAME } from '@mcc/contract'
import { addSource, valuesOf } from '@mcc/warehouse'
import { Queue } from 'bullmq'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeAcceptance } from '../gateway/accept.js'
import { makeGateway } from '../gateway/app.js'
import { wallClock } from '../gateway/clock.js'
import { makeGatewayMetrics } from '../gateway/metrics.js'
import { makePseudonymise } from '../gateway/pseudonym.js'
import { batchOf, type BatchJob } from '../queue/batch.js'
import { failFastRedis, patientRedis } from '../queue/redis.js'
import { openRegistry } from '../source/registry.js'
import { type TestRedis, startRedis } from '../testing/redis.js'
import { readOptions } from './options.js'
import { type PullContext, pull } from './pull.js'
import { repeat } from './schedule.js'
import { TargetError, assertStoreKind } from './target.js'

let redis: TestRedis
let data: string
let real: URL
let exercise: URL
let key: string
let queue: Queue<BatchJob>
const ends: (() => unknown)[] = []

async function gateway(mark: ExerciseMark | undefined): Promise<URL> {
  const connection = failFastRedis(redis.url)
  const acceptance = makeAcceptance(connection, 50)
  const app = makeGateway({
    exercise: mark,
    sources: openRegistry(data),
    pseudonymise: makePseudonymise('a key for this test only'),
    clock: wallClock(Date.now),
    acceptance,
    metrics: makeGatewayMetrics(),
    redisIsUp: () => connection.status === 'ready',
    books: undefined,
    log: pino({ level: 'error' }),
  })
  const server = await new Promise<Server>((resolve) => {
    const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening))
  })
  ends.push(
    () => connection.disconnect(),
    () => acceptance.close(),
    () => server.closeAllConnections(),
    () => server.close(),
  )
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'mcc-portal-'))
  redis = await startRedis()
  key = await addSource(data, 'portal', Date.now())
  real = await gateway(undefined)
  exercise = await gateway({ scale: 0.01 })
  const connection = patientRedis(redis.url)
  queue = new Queue(QUEUE_NAME, { connection })
  ends.push(
    () => connection.disconnect(),
    () => queue.close(),
  )
})
afterAll(async () => {
  for (const end of ends.toReversed()) await end()
  await redis.stop()
  await rm(data, { recursive: true, force: true })
})

function context(from: string, target: URL, ...flags: string[]): PullContext {
  const options = readOptions([from, '--target', target.href, '--key', key, ...flags], 8081)
  return { options, data, key, waiting: () => {} }
}

const row = (code: string, total: number | null) => ({
  provinceCode: code,
  provinceName: code,
  totalInjected: total,
})

async function fileOf(name: string, ...rows: unknown[]): Promise<string> {
  const file = join(data, name)
  await writeFile(file, JSON.stringify(rows))
  return file
}

/** The records of every batch now waiting, oldest first; the queue is empty afterwards. */
async function drained() {
  const jobs = await queue.getJobs(['waiting'], 0, -1, true)
  await queue.drain()
  return jobs.map((job) =>
    batchOf(job.data).lines.map(({ entry }) => ({
      key: entry.key,
      rev: entry.rev,
      total: valuesOf('tally', entry.rows)['total'],
    })),
  )
}

it('tells an exercise store from a real one, and needs the right mark for each', async () => {
  await assertStoreKind(real, false)
  await assertStoreKind(exercise, true)
  await expect(assertStoreKind(real, true)).rejects.toThrow(TargetError)
  await expect(assertStoreKind(exercise, false)).rejects.toThrow('--exercise')
  await expect(assertStoreKind(new URL('http://127.0.0.1:9'), false)).rejects.toThrow('no gateway answers')
})

it('sends the very same events for the same content, the next revision for another', async () => {
  const file = await fileOf('2021-08-05.json', row('01', 5), row('79', null))
  const first = await pull(context(file, real), Date.now())
  const again = await pull(context(file, real), Date.now() + 60_000)
  expect([first.changed, first.accepted, again.changed, again.accepted]).toEqual([2, 2, 0, 2])
  await fileOf('2021-08-05.json', row('01', 6), row('79', null))
  expect((await pull(context(file, real), Date.now())).changed).toBe(1)
  const [one, two, three] = await drained()
  expect(two).toEqual(one)
  expect(three).toMatchObject([
    { key: 'tally|portal|portal-2021-08-05-01', rev: 2, total: '6' },
    { key: 'tally|portal|portal-2021-08-05-79', rev: 1, total: null },
  ])
})

it('keeps the revisions of each store apart; an exercise takes its records, so they are marked', async () => {
  const file = await fileOf('2021-08-05.json', row('01', 6))
  const pulled = await pull(context(file, exercise, '--exercise'), Date.now())
  expect(pulled).toMatchObject({ accepted: 1, rejected: [] })
  expect(await drained()).toMatchObject([[{ rev: 1 }]])
})

it('names the records that the gateway rejects', async () => {
  const file = await fileOf('2098-01-01.json', row('01', 1))
  const later = await pull(context(file, real), Date.parse('2098-01-02T00:00:00Z'))
  expect(later.accepted).toBe(0)
  expect(later.rejected[0]).toMatchObject({ id: 'portal-2098-01-01-01', code: 'in_future' })
})

it('repeats a pull by a job in Redis until it is stopped', async () => {
  let pulls = 0
  const failures: string[] = []
  const stop = await repeat(
    redis.url,
    300,
    async () => {
      if (++pulls === 1) throw new Error('the portal is away')
    },
    (error) => failures.push(error.message),
  )
  await expect.poll(() => pulls, { timeout: 10_000 }).toBeGreaterThanOrEqual(3)
  await stop()
  expect(failures).toEqual(['the portal is away'])
  const after = pulls
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(pulls).toBe(after)
})
