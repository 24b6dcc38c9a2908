import { randomUUID } from 'node:crypto'
import { QUEUE_NAME } from '@mcc/contract'
import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { BatchJob } from '../queue/batch.js'
import { within } from '../queue/redis.js'

/** No request stays open longer for Redis. */
const REDIS_MS = 1_200
/** The depth of the queue is asked this often. */
const DEPTH_MS = 200

export type Accepted = { ok: true } | { ok: false; status: 429 | 503; code: string; retryAfter: number }

export interface Acceptance {
  /** Puts a batch on disk in Redis; `ok` means it survives the death of any process. */
  accept(batch: BatchJob): Promise<Accepted>
  close(): Promise<void>
}

export const newBatchId = (): string => randomUUID()

/** Accepts batches into the queue as long as fewer than `limit` wait. `redis` must fail fast. */
export function makeAcceptance(redis: Redis, limit: number): Acceptance {
  const queue = new Queue<BatchJob>(QUEUE_NAME, { connection: redis, skipWaitingForReady: true })
  // its errors are those of the connection, which answers say already
  queue.on('error', () => undefined)
  let depth = 0
  let askedAt = -Infinity
  async function queueIsFull(): Promise<boolean> {
    if (performance.now() - askedAt > DEPTH_MS) {
      askedAt = performance.now()
      depth = await within(queue.getWaitingCount(), REDIS_MS / 2)
    }
    return depth >= limit
  }
  return {
    async accept(batch) {
      try {
        if (await queueIsFull()) return { ok: false, status: 429, code: 'queue_full', retryAfter: 2 }
        await within(
          queue.add('batch', batch, { removeOnComplete: { count: 100 }, removeOnFail: false }),
          REDIS_MS,
        )
        return { ok: true }
      } catch {
        askedAt = -Infinity
        return { ok: false, status: 503, code: 'queue_unavailable', retryAfter: 2 }
      }
    },
    close: () => queue.close(),
  }
}
