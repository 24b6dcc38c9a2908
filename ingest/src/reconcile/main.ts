import { setTimeout as sleep } from 'node:timers/promises'
import { Queue } from 'bullmq'
import { z } from 'zod'
import { patientRedis } from '../queue/redis.js'
import { RECONCILE_QUEUE } from './schedule.js'

/** Asks the running writer to hold everything against a recount now, waits, and prints what it found. */
const { REDIS_URL } = z.object({ REDIS_URL: z.url() }).parse(process.env)
const redis = patientRedis(REDIS_URL)
const queue = new Queue(RECONCILE_QUEUE, { connection: redis })
const job = await queue.add(
  'everything',
  {},
  { removeOnComplete: { count: 20 }, removeOnFail: { count: 20 } },
)
let state = await job.getState()
while (state !== 'completed' && state !== 'failed') {
  await sleep(200)
  state = await job.getState()
}
const done = await queue.getJob(job.id!)
process.stdout.write(
  `${JSON.stringify({ state, found: done?.returnvalue as unknown, reason: done?.failedReason })}\n`,
)
process.exitCode = state === 'completed' ? 0 : 1
await queue.close()
redis.disconnect()
