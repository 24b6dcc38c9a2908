import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AnyEvent, CHANGED_CHANNEL, WRITER_KEY } from '@mcc/contract'
import {
  connect,
  countGroup,
  incoming,
  declareStore,
  freePort,
  migrate,
  readMigrations,
  startEngine,
} from '@mcc/warehouse'
import { Redis } from 'ioredis'
import { pino } from 'pino'
import { readConfig } from '../config.js'
import { type Running, serve } from '../server.js'

const SCALE = 0.01

async function startRedis(directory: string) {
  const port = await freePort()
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    directory,
    '--save',
    '',
    '--appendonly',
    'no',
  ]
  const child = spawn('redis-server', args, { stdio: 'ignore' })
  const url = `redis://127.0.0.1:${port}`
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: 100 })
  client.on('error', () => undefined)
  await client.ping()
  return { url, client, child }
}

/** Engine, queue and a server in this process, on free ports and a directory of their own. */
export async function startMachine() {
  const directory = await mkdtemp(join(tmpdir(), 'mcc-aggregator-'))
  const [engine, redis] = await Promise.all([startEngine(directory), startRedis(directory)])
  const warehouse = connect(engine.config)
  await migrate(warehouse, await readMigrations(), { cluster: false, now: Date.now })
  await declareStore(warehouse, { scale: SCALE }, Date.now())
  const config = readConfig({
    ...engine.config,
    MCC_DATA: directory,
    PORT: '0',
    REDIS_URL: redis.url,
    MCC_EXERCISE_SCALE: String(SCALE),
    MCC_DASHBOARD: join(directory, 'dashboard'),
  })
  let seq = 0
  const alive = (): Promise<number> => redis.client.hset(WRITER_KEY, { aliveAt: Date.now() })
  const beat = setInterval(() => void alive().catch(() => undefined), 1_000)
  await alive()
  return {
    directory,
    config,
    engine,
    redis,
    warehouse,
    start: (): Promise<Running> => serve(config, pino({ level: 'silent' })),
    /** Counts events as the writer does, and says so; `heard` false is a notice that got lost. */
    async count(events: AnyEvent[], watermark: number, heard = true): Promise<void> {
      const records = events.map((event) =>
        incoming(event, { batch: 'b', receivedAt: watermark, knownAt: watermark }),
      )
      const { touched } = await countGroup(warehouse, records, false)
      seq += 1
      await redis.client.hset(WRITER_KEY, { seq, watermark, aliveAt: Date.now() })
      if (heard) await redis.client.publish(CHANGED_CHANNEL, JSON.stringify({ seq, watermark, touched }))
    },
    async stop(): Promise<void> {
      clearInterval(beat)
      redis.client.disconnect()
      redis.child.kill('SIGKILL')
      await warehouse.close()
      await engine.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
export type Machine = Awaited<ReturnType<typeof startMachine>>
