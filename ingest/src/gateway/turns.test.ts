import { afterAll, beforeAll, expect, it } from 'vitest'
import { failFastRedis } from '../queue/redis.js'
import { startRedis, type TestRedis } from '../testing/redis.js'
import { makeTurns } from './turns.js'

let redis: TestRedis
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.stop())

it('reads what has arrived between two pieces of work, which keep their order', async () => {
  const client = failFastRedis(redis.url)
  await expect.poll(() => client.status).toBe('ready')
  const turns = makeTurns()
  const done: string[] = []
  const piece = async (n: number): Promise<void> => {
    await turns.take()
    for (const begun = performance.now(); performance.now() - begun < 30;);
    done.push(String(n))
  }
  const asked = client.ping().then((answer) => done.push(answer))
  await Promise.all([...Array.from({ length: 8 }, (_, n) => piece(n)), asked])
  client.disconnect()
  expect(done.filter((d) => d !== 'PONG')).toEqual(['0', '1', '2', '3', '4', '5', '6', '7'])
  expect(done.indexOf('PONG')).toBeLessThan(3)
})
