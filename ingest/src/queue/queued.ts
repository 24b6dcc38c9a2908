import { QUEUE_NAME } from '@mcc/contract'
import type { Redis } from 'ioredis'

/** In the order in which a job goes through them, so that one that moves meanwhile is not missed. */
const LISTS = ['wait', 'paused', 'active'] as const

/** Batches that wait or are being worked on; a job's id is its batch. Rejects when Redis is away. */
export async function queuedBatches(redis: Redis): Promise<string[]> {
  const ids: string[] = []
  for (const list of LISTS) ids.push(...(await redis.lrange(`bull:${QUEUE_NAME}:${list}`, 0, -1)))
  return ids
}
