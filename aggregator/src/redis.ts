import { Redis } from 'ioredis'
import type { Logger } from 'pino'

/** A connection that fails fast and comes back by itself; what it cannot do now it does not keep for later. */
export function connectRedis(url: string, name: string, log: Logger): Redis {
  const redis = new Redis(url, {
    connectionName: `aggregator-${name}`,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 2_000,
    connectTimeout: 2_000,
    retryStrategy: (times) => Math.min(100 * times, 1_000),
  })
  let down = false
  redis.on('error', (error: Error) => {
    if (!down) log.warn({ error: error.message, connection: name }, 'redis is away')
    down = true
  })
  redis.on('ready', () => {
    down = false
  })
  return redis
}
