import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { WRITER_HOLD_KEY, WRITER_KEY } from '@mcc/contract'
import { BackupError } from '@mcc/warehouse'
import type { Redis } from 'ioredis'

/** A hold that is not refreshed ends after this long, so that a killed backup does not stop the writer. */
const HOLD_MS = 15_000
const REFRESH_MS = 2_000
/** A group under way is ended first. */
const ANSWER_MS = 60_000

/** Extends the hold only while it is still this one. */
const REFRESH = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0`
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`

async function answered(redis: Redis, token: string, withinMs: number): Promise<void> {
  for (const limit = performance.now() + withinMs; performance.now() < limit; await sleep(50))
    if ((await redis.hget(WRITER_KEY, 'heldBy')) === token) return
  throw new BackupError(
    'the writer does not answer; a backup needs it running, or its last group may be half written',
  )
}

/**
 * Does `work` while the writer is at rest: what senders send meanwhile waits in the queue. The hold is over when `work` is,
 * or soon after this process dies.
 * @throws BackupError when the writer does not answer, another backup runs, or the hold was lost before the work was done
 */
export async function whileWriterRests<T>(
  redis: Redis,
  work: () => Promise<T>,
  withinMs = ANSWER_MS,
): Promise<T> {
  const token = randomUUID()
  if ((await redis.set(WRITER_HOLD_KEY, token, 'PX', HOLD_MS, 'NX')) === null)
    throw new BackupError('another backup is being made')
  let kept = true
  const refresh = setInterval(() => {
    redis
      .eval(REFRESH, 1, WRITER_HOLD_KEY, token, HOLD_MS)
      .then((n) => (kept &&= n === 1))
      .catch(() => undefined)
  }, REFRESH_MS)
  const release = (): Promise<unknown> => {
    clearInterval(refresh)
    return redis.eval(RELEASE, 1, WRITER_HOLD_KEY, token)
  }
  const done = await answered(redis, token, withinMs)
    .then(work)
    .catch(async (error: unknown) => {
      await release()
      throw error
    })
  // without the hold the writer may have counted meanwhile
  if ((await release()) !== 1 || !kept)
    throw new BackupError('the hold on the writer was lost; make the backup again')
  return done
}
