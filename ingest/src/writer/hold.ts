import { setTimeout as sleep } from 'node:timers/promises'
import { WRITER_HOLD_KEY, WRITER_KEY } from '@mcc/contract'
import type { Redis } from 'ioredis'

/** Answers whoever holds the writer, if anybody does. Only to be called while nothing is under way. */
export async function answerHold(redis: Redis): Promise<boolean> {
  const token = await redis.get(WRITER_HOLD_KEY)
  if (token === null) return false
  await redis.hset(WRITER_KEY, 'heldBy', token)
  return true
}

/** Waits between two groups while somebody holds the writer (a backup); the hold ends by itself when its holder dies. */
export async function whileHeld(redis: Redis): Promise<void> {
  while (await answerHold(redis)) await sleep(100)
}
