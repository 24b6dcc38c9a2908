import { createServer } from 'node:http'
import { connect } from '@mcc/warehouse'
import { pino } from 'pino'
import { failFastRedis } from '../queue/redis.js'
import { openRegistry } from '../source/registry.js'
import { makeAcceptance } from './accept.js'
import { makeGateway } from './app.js'
import { exerciseClock, wallClock } from './clock.js'
import { gatewayConfig } from './config.js'
import { makeGatewayMetrics } from './metrics.js'
import { makePseudonymise, pseudonymKey } from './pseudonym.js'

/** No request stays open longer for the engine. */
const BOOKS_MS = 1_500

const config = gatewayConfig.parse(process.env)
const log = pino({ level: config.LOG_LEVEL, name: 'gateway' })
const redis = failFastRedis(config.REDIS_URL)
redis.on('error', (error) => log.warn({ code: (error as NodeJS.ErrnoException).code }, 'redis is away'))

const acceptance = makeAcceptance(redis, config.MCC_QUEUE_LIMIT)
const exercise = config.MCC_EXERCISE_SCALE === undefined ? undefined : { scale: config.MCC_EXERCISE_SCALE }
const clock = exercise ? exerciseClock(redis, Date.now) : wallClock(Date.now)
const { CLICKHOUSE_URL } = config
const warehouse = CLICKHOUSE_URL === undefined ? undefined : connect({ ...config, CLICKHOUSE_URL }, BOOKS_MS)
const app = makeGateway({
  exercise,
  sources: openRegistry(config.MCC_DATA),
  pseudonymise: makePseudonymise(await pseudonymKey(config.MCC_DATA, config.MCC_PSEUDONYM_KEY)),
  clock,
  acceptance,
  metrics: makeGatewayMetrics(),
  redisIsUp: () => redis.status === 'ready',
  books: warehouse && {
    warehouse,
    redis,
    exercise: exercise !== undefined,
    receivingNow: () => clock.receivedAt(undefined),
    now: Date.now,
  },
  log,
})

const server = createServer({ headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 10_000 }, app)
server.listen(config.INGEST_PORT, config.MCC_HOST, () =>
  log.info({ address: server.address() }, 'gateway ready'),
)

let stopping = false
const stop = (): void => {
  if (stopping) return
  stopping = true
  server.close(() => {
    void acceptance.close().finally(() => {
      redis.disconnect()
      process.exit(0)
    })
  })
  server.closeIdleConnections()
}
process.on('SIGTERM', stop).on('SIGINT', stop)
