import { createServer } from 'node:http'
import { WRITER_KEY } from '@mcc/contract'
import { connect } from '@mcc/warehouse'
import { pino } from 'pino'
import { patientRedis } from '../queue/redis.js'
import { writerConfig } from './config.js'
import { measured } from './measured.js'
import { makeWriterMetrics } from './metrics.js'
import { startWriter } from './writer.js'

const config = writerConfig.parse(process.env)
const log = pino({ level: config.LOG_LEVEL, name: 'writer' })
const redis = patientRedis(config.REDIS_URL)
redis.on('error', (error) => log.warn({ code: (error as NodeJS.ErrnoException).code }, 'redis is away'))
const metrics = makeWriterMetrics()
const warehouse = measured(connect(config, 120_000), metrics.busy)
/** Reading all present states took 4 µs a record on a busy machine: ten minutes for 150 million. */
const PATIENCE_MS = 2 * 3_600_000
let ready = false

const server = createServer((request, response) => {
  if (request.url === '/metrics') {
    void metrics.text().then((text) => response.setHeader('Content-Type', 'text/plain').end(text))
    return
  }
  const known = request.url === '/livez' || request.url === '/readyz'
  response.statusCode = !known ? 404 : request.url === '/readyz' && !ready ? 503 : 200
  response.end(JSON.stringify({ status: ready ? 'ready' : 'starting', redis: redis.status }))
})
server.listen(config.WRITER_PORT, config.MCC_HOST)

const last = await redis.hgetall(WRITER_KEY)
// an empty hash is a new store, or a Redis that lost its data: then nothing can be trusted
const cleanStart = last['clean'] === '1'
await redis.hset(WRITER_KEY, 'clean', '0')
const close = await startWriter({
  warehouse,
  patient: connect(config, PATIENCE_MS),
  redis,
  exercise: config.MCC_EXERCISE_SCALE !== undefined,
  cleanStart,
  firstSeq: Number(last['seq'] ?? 0),
  lastWatermark: Number(last['watermark'] ?? 0),
  now: Date.now,
  metrics,
  log,
})
ready = true
log.info({ cleanStart, address: server.address() }, 'writer ready')

let stopping = false
const stop = (): void => {
  if (stopping) return
  stopping = true
  server.close()
  void close()
    .then(() => redis.hset(WRITER_KEY, 'clean', '1'))
    .finally(() => process.exit(0))
}
process.on('SIGTERM', stop).on('SIGINT', stop)
