import { randomUUID } from 'node:crypto'
import { QUEUE_NAME } from '@mcc/contract'
import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { BatchJob } from '../queue/batch.js'
import { within } from '../queue/redis.js'

/** No request stays open longer for Redis, whatever it does. */
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
  let opened: Queue<BatchJob> | undefined
  let depth = 0
  let askedAt = -Infinity

  function queue(): Queue<BatchJob> {
    if (redis.status !== 'ready') throw new Error('redis is away')
    // not before Redis is there: a Queue whose first commands fail stays broken for good
    if (!opened) {
      opened = new Queue<BatchJob>(QUEUE_NAME, { connection: redis, skipWaitingForReady: true })
      // its errors are those of the connection, which answers say already
      opened.on('error', () => undefined)
    }
    return opened
  }

  async function queueIsFull(): Promise<boolean> {
    if (performance.now() - askedAt > DEPTH_MS) {
      depth = await within(queue().getWaitingCount(), REDIS_MS / 2)
      askedAt = performance.now()
    }
    return depth >= limit
  }

  return {
    async accept(batch) {
      try {
        if (await queueIsFull()) return { ok: false, status: 429, code: 'queue_full', retryAfter: 2 }
        // the name tells how many records wait, without reading the payloads
        await within(
          queue().add(`batch ${batch.events.length + batch.refused.length}`, batch, {
            removeOnComplete: { count: 100 },
          }),
          REDIS_MS / 2,
        )
        return { ok: true }
      } catch {
        askedAt = -Infinity
        return { ok: false, status: 503, code: 'queue_unavailable', retryAfter: 2 }
      }
    },
    close: () => opened?.close() ?? Promise.resolve(),
  }
}
