import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WRITER_KEY } from '@mcc/contract'
import {
  addSource,
  connect,
  declareStore,
  freePort,
  migrate,
  readMigrations,
  type RunningEngine,
  startEngine,
  type Warehouse,
} from '@mcc/warehouse'
import { endProcess, ROOT, startNode, untilReady } from './processes.js'
import { type BenchRedis, startRedis } from './redis.js'

/** The embedded engine on a directory of its own, with the schema. */
export interface Store {
  data: string
  engine: RunningEngine
  warehouse: Warehouse
  stop(): Promise<void>
}

/** `scale` makes it an exercise store. */
async function startStore(scale?: number): Promise<Store> {
  const data = await mkdtemp(join(tmpdir(), 'mcc-bench-'))
  const engine = await startEngine(data)
  // when the benchmark is broken off; the other children end by themselves
  const breakOff = (): void => {
    engine.process.kill('SIGKILL')
    rmSync(data, { recursive: true, force: true, maxRetries: 3 })
  }
  process.once('exit', breakOff)
  const warehouse = connect(engine.config, 600_000)
  await migrate(warehouse, await readMigrations(), { cluster: false, now: Date.now })
  await declareStore(warehouse, scale === undefined ? undefined : { scale }, Date.now())
  return {
    data,
    engine,
    warehouse,
    async stop() {
      await warehouse.close()
      await engine.stop()
      process.off('exit', breakOff)
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** The services on a store, each in a process of its own as in production. */
export interface Services {
  redis: BenchRedis
  gateway: string
  writer: string
  dashboard: string | undefined
  /** API key of the source. */
  key: string
  /** Of every process, engine and queue included. */
  pids: Record<string, number>
  stop(): Promise<void>
}

export interface ServiceOptions {
  source: string
  scale?: number
  /** Start the aggregator too. */
  live?: boolean
  /** Let it serve the built pages. */
  pages?: boolean
}

/** Starts queue, gateway, writer and, when asked, aggregator. */
async function startServices(store: Store, options: ServiceOptions): Promise<Services> {
  const redis = await startRedis(store.data)
  // nobody wrote before: the first seconds need not be counted as if something were half done
  await redis.client.hset(WRITER_KEY, 'clean', '1')
  const children: ChildProcess[] = []
  const pids: Record<string, number> = { engine: store.engine.process.pid!, redis: redis.pid }
  const common = {
    ...store.engine.config,
    MCC_DATA: store.data,
    REDIS_URL: redis.url,
    MCC_HOST: '127.0.0.1',
    MCC_EXERCISE_SCALE: options.scale === undefined ? undefined : String(options.scale),
    MCC_DASHBOARD: options.pages ? join(ROOT, 'dashboard/dist') : join(store.data, 'no-dashboard'),
  }
  const start = async (name: string, file: string, portName: string): Promise<string> => {
    const port = await freePort()
    const child = startNode(file, [], { ...common, [portName]: String(port) })
    children.push(child)
    pids[name] = child.pid!
    const url = `http://127.0.0.1:${port}`
    await untilReady(child, `${url}/readyz`)
    return url
  }
  const stop = async (): Promise<void> => {
    for (const child of children.toReversed()) await endProcess(child)
    await redis.stop()
  }
  try {
    const key = await addSource(store.data, options.source, Date.now())
    const gateway = await start('gateway', 'ingest/dist/gateway/main.js', 'INGEST_PORT')
    const writer = await start('writer', 'ingest/dist/writer/main.js', 'WRITER_PORT')
    const dashboard = options.live ? await start('aggregator', 'aggregator/dist/main.js', 'PORT') : undefined
    return { redis, gateway, writer, dashboard, key, pids, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Runs `work` on a store and takes everything away again, whatever happens. */
export async function onStore<T>(work: (store: Store) => Promise<T>, scale?: number): Promise<T> {
  const store = await startStore(scale)
  try {
    return await work(store)
  } finally {
    await store.stop()
  }
}

/** Runs `work` with the services of a store and ends them, whatever happens. */
export async function withServices<T>(
  store: Store,
  options: ServiceOptions,
  work: (services: Services) => Promise<T>,
): Promise<T> {
  const services = await startServices(store, options)
  try {
    return await work(services)
  } finally {
    await services.stop()
  }
}
