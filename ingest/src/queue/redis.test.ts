import { afterAll, beforeAll, expect, it } from 'vitest'
import { startRedis, type TestRedis } from '../testing/redis.js'
import { failFastRedis, TimedOut, within } from './redis.js'

let redis: TestRedis
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.stop())

/** Holds the loop as soon as what was asked has been sent. */
function holdLoop(ms: number): void {
  process.nextTick(() => {
    for (const begun = performance.now(); performance.now() - begun < ms;);
  })
}

it('takes Redis for silent only when it is: an answer that came while the loop was held counts', async () => {
  const client = failFastRedis(redis.url)
  await expect.poll(() => client.status).toBe('ready')
  try {
    for (let i = 0; i < 5; i++) {
      const asked = within(client.ping(), 20)
      holdLoop(100)
      expect(await asked).toBe('PONG')
    }
    redis.freeze()
    await expect(within(client.ping(), 20)).rejects.toThrow(TimedOut)
  } finally {
    redis.thaw()
    client.disconnect()
  }
})
