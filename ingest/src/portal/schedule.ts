import { Queue, Worker } from 'bullmq'
import { patientRedis } from '../queue/redis.js'

const QUEUE = 'portal'

/**
 * Runs `pull` now and then every `everyMs`, as a repeatable job in Redis: two processes with the same schedule share
 * one, and no fetch is made twice. A failed pull is told by `failed` and waits for the next turn. Returns what ends it.
 */
export async function repeat(
  redisUrl: string,
  everyMs: number,
  pull: () => Promise<void>,
  failed: (error: Error) => void,
): Promise<() => Promise<void>> {
  const connection = patientRedis(redisUrl)
  const queue = new Queue(QUEUE, { connection })
  const worker = new Worker(QUEUE, pull, { connection })
  worker.on('failed', (_job, error) => failed(error))
  worker.on('error', failed)
  await queue.upsertJobScheduler(
    'pull',
    { every: everyMs },
    { opts: { removeOnComplete: 10, removeOnFail: 100 } },
  )
  return async () => {
    await worker.close()
    await queue.removeJobScheduler('pull')
    await queue.close()
    connection.disconnect()
  }
}
