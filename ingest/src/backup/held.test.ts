import { setTimeout as sleep } from 'node:timers/promises'
import { WRITER_HOLD_KEY } from '@mcc/contract'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { startRedis, type TestRedis } from '../testing/redis.js'
import { answerHold, whileHeld } from '../writer/hold.js'
import { whileWriterRests } from './held.js'

let server: TestRedis
let redis: Redis
beforeAll(async () => {
  server = await startRedis()
  redis = new Redis(server.url)
})
afterEach(() => redis.flushall())
afterAll(async () => {
  redis.disconnect()
  await server.stop()
})

/** A writer that counts groups one after another, and asks between them, as the real one does. */
function writer() {
  const log: string[] = []
  let stopped = false
  const run = (async () => {
    for (let n = 0; !stopped; n++) {
      await whileHeld(redis)
      log.push(`begin ${n}`)
      await sleep(20)
      log.push(`end ${n}`)
    }
  })()
  const stop = (): Promise<void> => {
    stopped = true
    return run
  }
  return { log, stop }
}

it('the work is done between two groups, and the writer goes on afterwards', async () => {
  const { log, stop } = writer()
  await sleep(50)
  const during = await whileWriterRests(redis, async () => {
    const before = log.length
    expect(log.at(-1)).toMatch(/^end/)
    await sleep(100)
    return log.length - before
  })
  expect(during).toBe(0)
  const after = log.length
  await sleep(300)
  expect(log.length).toBeGreaterThan(after)
  await stop()
})

it('an idle writer answers when it is asked to', async () => {
  expect(await answerHold(redis)).toBe(false)
  const work = whileWriterRests(redis, () => Promise.resolve('done'))
  const tick = setInterval(() => void answerHold(redis), 20)
  expect(await work).toBe('done')
  clearInterval(tick)
})

it('without a writer there is no backup, and no hold stays behind', async () => {
  await expect(whileWriterRests(redis, () => Promise.resolve(1), 200)).rejects.toThrow('does not answer')
  expect(await redis.exists(WRITER_HOLD_KEY)).toBe(0)
})

it('a second backup is refused, a hold that was lost is noticed, and one left behind ends by itself', async () => {
  const { stop } = writer()
  await expect(
    whileWriterRests(redis, async () => {
      await expect(whileWriterRests(redis, () => Promise.resolve(1))).rejects.toThrow('another backup')
      expect(await redis.pttl(WRITER_HOLD_KEY)).toBeGreaterThan(0)
      await redis.del(WRITER_HOLD_KEY)
    }),
  ).rejects.toThrow('was lost')
  await stop()
})
