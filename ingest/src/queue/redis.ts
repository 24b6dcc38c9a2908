import { Redis } from 'ioredis'

/**
 * A connection that fails fast: for whoever must answer a caller. Even so a command can hang while Redis was never
 * reached, so callers put `within` around it.
 */
export const failFastRedis = (url: string): Redis =>
  new Redis(url, {
    enableOfflineQueue: false,
    // what a broken connection left unanswered is not kept and not sent again: its sender was told to come again
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    commandTimeout: 1_000,
    connectTimeout: 1_000,
    retryStrategy: (times) => Math.min(100 * times, 1_000),
  })

/** A connection that waits for Redis for ever, as BullMQ's workers require. */
export const patientRedis = (url: string): Redis =>
  new Redis(url, { maxRetriesPerRequest: null, retryStrategy: (times) => Math.min(100 * times, 1_000) })

export class TimedOut extends Error {
  override name = 'TimedOut'
}

/**
 * `promise`, or `TimedOut` after `ms`, whatever it waits for. A loop that was held runs its late timers before it reads
 * what has arrived meanwhile: an answer that is there by then counts.
 */
export function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = (): void => reject(new TimedOut(`no answer within ${Math.round(ms)} ms`))
    const timer = setTimeout(() => setImmediate(late), ms)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
