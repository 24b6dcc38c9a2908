import { randomUUID } from 'node:crypto'
import { QUEUE_NAME, RECEIPTS_KEY } from '@mcc/contract'
import { type IRedisClient, Job, Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { type Batch, type BatchJob, jobOf } from '../queue/batch.js'
import { receiptOf } from '../queue/receipt.js'
import { TimedOut, within } from '../queue/redis.js'

/** No request stays open longer for Redis, whatever it does. Less than a command may take, so that it is heard of here. */
const REDIS_MS = 900
/** The depth of the queue is asked this often. */
const DEPTH_MS = 200
/** Batches handed to Redis and not yet answered: what a frozen Redis can make the gateway hold. */
const UNANSWERED = 16

export type Accepted = { ok: true } | { ok: false; status: 429 | 503; code: string; retryAfter: number }

export interface Acceptance {
  /** Is it worth reading a batch? False while Redis is away, or does not answer what it was given. */
  open(): boolean
  /** Puts a batch on disk in Redis; `ok` means it survives the death of any process. */
  accept(batch: Batch): Promise<Accepted>
  close(): Promise<void>
}

export const newBatchId = (): string => randomUUID()

/**
 * Accepts batches into the queue as long as fewer than `limit` wait. `redis` must fail fast.
 *
 * Each batch leaves a receipt, the gateway's own count of what it accepted, which the accounts are held against. Receipt
 * and job are one transaction: Redis has both on disk or neither, whenever it is killed. So an answer that came too late
 * or never (the sender got 503 and comes again under another batch) explains itself: either nothing landed, or receipt
 * and job did, and the second coming shows as received and duplicate. The job's id is the batch: what waits can be named.
 */
export function makeAcceptance(redis: Redis, limit: number, now: () => number = Date.now): Acceptance {
  let opened: Queue<BatchJob> | undefined
  let depth = 0
  let askedAt = -Infinity
  let unanswered = 0
  let cutAt = -Infinity

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

  /** A Queue whose first command got no answer passes that failure on for ever: the next batch gets a new one. */
  function forgetQueue(): void {
    void opened?.close().catch(() => undefined)
    opened = undefined
  }

  async function queueIsFull(msLeft: number): Promise<boolean> {
    if (performance.now() - askedAt > DEPTH_MS) {
      depth = await within(queue().getWaitingCount(), msLeft)
      askedAt = performance.now()
    }
    return depth >= limit
  }

  async function store(batch: Batch): Promise<void> {
    const client: IRedisClient = await queue().getBackend().client
    const multi = client.multi()
    multi.hset(RECEIPTS_KEY, { [batch.batch]: JSON.stringify(receiptOf(batch, now())) })
    // the name tells how many records wait, without reading the payloads
    const name = `batch ${batch.lines.length + batch.refused.length}`
    const job = new Job(queue(), name, jobOf(batch), { removeOnComplete: { count: 100 } }, batch.batch)
    await job.addJob(multi)
    for (const [error] of (await multi.exec()) ?? []) if (error) throw error
  }

  const open = (): boolean => redis.status === 'ready' && unanswered < UNANSWERED

  return {
    open,
    async accept(batch) {
      if (!open()) return { ok: false, status: 503, code: 'queue_unavailable', retryAfter: 1 }
      unanswered += 1
      const begun = performance.now()
      const msLeft = (): number => REDIS_MS - (performance.now() - begun)
      try {
        if (await queueIsFull(msLeft())) return { ok: false, status: 429, code: 'queue_full', retryAfter: 2 }
        await within(store(batch), msLeft())
        return { ok: true }
      } catch (error) {
        askedAt = -Infinity
        forgetQueue()
        // a connection that does not answer keeps every payload written to it; a new one keeps none, and is not to blame
        // for what was asked before it
        if (error instanceof TimedOut && redis.status === 'ready' && begun > cutAt) {
          cutAt = performance.now()
          redis.disconnect(true)
        }
        return { ok: false, status: 503, code: 'queue_unavailable', retryAfter: 1 }
      } finally {
        unanswered -= 1
      }
    },
    close: () => opened?.close() ?? Promise.resolve(),
  }
}
