import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { QUEUE_NAME, RECEIPTS_KEY } from '@mcc/contract'
import { freePort } from '@mcc/warehouse'
import { Redis } from 'ioredis'
import { afterEach, expect, it } from 'vitest'
import { doseOf } from '../testing/dose.js'
import { type GatewayProcess, startGateway } from '../testing/gateway-process.js'
import { startRedis, type TestRedis } from '../testing/redis.js'

let redis: TestRedis | undefined
let gateway: GatewayProcess | undefined
afterEach(async () => {
  await gateway?.stop()
  await redis?.stop()
  gateway = redis = undefined
})

type Answer = Awaited<ReturnType<GatewayProcess['post']>>
const batchOf = (n: number, name: string): string =>
  Array.from({ length: n }, (_, i) => JSON.stringify(doseOf('hanoi', `${name}-${i}`))).join('\n')

/** `n` requests, `width` of them at once; their time without what a busy machine takes for a request that needs no Redis. */
async function storm(n: number, width: number, body: string): Promise<Answer[]> {
  const answers: Answer[] = []
  let left = n
  const lane = async (): Promise<void> => {
    while (left-- > 0) answers.push(await gateway!.post(body))
  }
  let machine = 0
  const probe = setInterval(() => {
    const asked = performance.now()
    const answered = (): void => void (machine = Math.max(machine, performance.now() - asked))
    fetch(`${gateway!.url}/livez`).then(answered, () => undefined)
  }, 100)
  await Promise.all(Array.from({ length: width }, lane))
  clearInterval(probe)
  return answers.map((a) => ({ ...a, ms: a.ms - machine }))
}

function expectAllToBeRetried(answers: readonly Answer[]): void {
  for (const a of answers)
    expect([a.status, a.retryAfter]).toEqual([503, expect.stringMatching(/^[1-9]\d*$/)])
  expect(Math.max(...answers.map((a) => a.ms))).toBeLessThan(2_000)
}

const accepting = (): Promise<void> =>
  expect
    .poll(async () => (await gateway!.post(batchOf(1, 'back'))).status, { timeout: 15_000, interval: 200 })
    .toBe(202)

it('Redis was never there: every request ends with 503, and the gateway takes up work when it comes', async () => {
  gateway = await startGateway(`redis://127.0.0.1:${await freePort()}`)
  expectAllToBeRetried(await storm(40, 8, batchOf(5, 'never')))
  expect(gateway.alive()).toBe(true)
})

it('Redis is frozen when the first batch comes, and the gateway takes up work when it thaws', async () => {
  redis = await startRedis()
  gateway = await startGateway(redis.url)
  await expect.poll(() => gateway!.ready(), { timeout: 10_000 }).toBe(true)
  redis.freeze()
  expectAllToBeRetried(await storm(3, 1, batchOf(1, 'first')))
  // longer than a command waits for its answer
  await sleep(1_500)
  redis.thaw()
  await accepting()
}, 60_000)

it('Redis frozen under 500 requests: 503 within two seconds, memory bounded, and then it goes on', async () => {
  redis = await startRedis()
  gateway = await startGateway(redis.url)
  await accepting()
  // warm: parsing large bodies makes the heap grow once, whatever Redis does
  const large = batchOf(1_000, 'large')
  await storm(16, 8, large)
  const before = gateway.rss()
  redis.freeze()
  const answers = await storm(500, 8, large)
  const after = gateway.rss()
  redis.thaw()
  expectAllToBeRetried(answers)
  expect(after - before).toBeLessThan(100)
  await accepting()
}, 120_000)

it('Redis is frozen long, thaws, and holds a job for every receipt and a receipt for every job', async () => {
  redis = await startRedis()
  gateway = await startGateway(redis.url)
  await accepting()
  for (let round = 0; round < 3; round++) {
    redis.freeze()
    expectAllToBeRetried(await storm(12, 12, batchOf(3, `frozen-${round}`)))
    redis.thaw()
    await accepting()
  }
  const look = new Redis(redis.url)
  await sleep(500)
  const receipts = await look.hkeys(RECEIPTS_KEY)
  const jobs = await look.lrange(`bull:${QUEUE_NAME}:wait`, 0, -1)
  look.disconnect()
  expect(receipts.toSorted()).toEqual(jobs.toSorted())
  expect(receipts.length).toBeGreaterThan(3)
}, 60_000)

it('Redis out of memory: 503 without a crash, nothing half stored, and it recovers', async () => {
  redis = await startRedis()
  gateway = await startGateway(redis.url)
  await accepting()
  const admin = new Redis(redis.url)
  const stored = async () => [await admin.hlen(RECEIPTS_KEY), await admin.llen(`bull:${QUEUE_NAME}:wait`)]
  const before = await stored()
  await admin.config('SET', 'maxmemory', '1mb')
  expectAllToBeRetried(await storm(40, 8, batchOf(50, 'full')))
  expect(gateway.alive()).toBe(true)
  expect(await stored()).toEqual(before)
  await admin.config('SET', 'maxmemory', '0')
  await accepting()
  admin.disconnect()
})

/** Posts `n` times at once: the last byte of each body is held back until the gateway has all the others. */
async function together(n: number, body: string): Promise<{ status: number; body: string }[]> {
  const headers = {
    authorization: `Bearer ${gateway!.key}`,
    'content-type': 'application/x-ndjson',
    'content-length': Buffer.byteLength(body),
  }
  const calls = Array.from({ length: n }, () => {
    const call = request(`${gateway!.url}/v1/events`, { method: 'POST', headers })
    call.write(body.slice(0, -1))
    // who is not let in is answered before the last byte
    return { call, answered: once(call, 'response') as Promise<[IncomingMessage]> }
  })
  await sleep(1_000)
  return Promise.all(
    calls.map(async ({ call, answered }) => {
      call.end(body.slice(-1))
      const [answer] = await answered
      return { status: answer.statusCode!, body: await text(answer) }
    }),
  )
}

it('large batches of many sources at once: Redis is well, so none is told that it is away', async () => {
  redis = await startRedis()
  gateway = await startGateway(redis.url)
  await accepting()
  const body = batchOf(2_000, 'many')
  const answers = [...(await together(16, body)), ...(await together(16, body))]
  const refused = answers.filter((a) => a.status !== 202)
  // a slow machine may send some away that would have waited too long for their turn
  expect(refused.filter((a) => !a.body.includes('"busy"'))).toEqual([])
  expect(answers.length - refused.length).toBeGreaterThan(4)
}, 60_000)
