import { type Figure, QUEUE_NAME, unknown } from '@mcc/contract'
import type { Redis } from 'ioredis'

/** BullMQ's lists of jobs that are accepted and not yet done. */
const LISTS = ['wait', 'active', 'paused'] as const
const JOBS_READ = 1_000
const keyOf = (part: string): string => `bull:${QUEUE_NAME}:${part}`

/** Redis does not answer. */
export class QueueAway extends Error {
  override name = 'QueueAway'
}

/** Ids of the batches that are accepted and not yet done. Rejects with `QueueAway`. */
export async function queuedBatches(redis: Redis): Promise<string[]> {
  const ids: string[] = []
  try {
    // one after another in the order a job goes through them, so that one that moves meanwhile is not missed
    for (const list of ['wait', 'paused', 'active']) ids.push(...(await redis.lrange(keyOf(list), 0, -1)))
  } catch (cause) {
    throw new QueueAway('the queue does not answer', { cause })
  }
  return ids
}

/** Batches that wait or are being worked on, and their records as the jobs' names say: `batch 1999`. */
export interface Queued {
  batches: number
  records: Figure
}

/** Looks into the queue. Rejects when Redis is away. */
export async function lookAtQueue(redis: Redis): Promise<Queued> {
  const lists = await Promise.all(LISTS.map((l) => redis.lrange(keyOf(l), 0, JOBS_READ)))
  // BullMQ keeps a marker `0:…` among the ids of older versions
  const ids = lists.flat().filter((id) => !id.startsWith('0:'))
  const names = await Promise.all(ids.map((id) => redis.hget(keyOf(id), 'name')))
  // a job that was done meanwhile has no name any more
  const waiting = names.filter((n) => n !== null)
  const counts = waiting.map((n) => Number(/^batch (\d+)$/.exec(n)?.[1] ?? Number.NaN))
  const records = counts.reduce((a, b) => a + b, 0)
  return {
    batches: waiting.length,
    records: Number.isNaN(records) || ids.length > JOBS_READ ? unknown('not-counted') : records,
  }
}
