import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config.js'
import { keptSecret, randomToken } from '../store/secrets.js'
import type { ChildSpec, Launch } from './child.js'
import { httpAlive, redisAlive } from './health.js'
import { freePort } from './ports.js'
import { type RunFile, readRunFile } from './run-file.js'

const built = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** Everything that has to run, in the order in which it is started: stores, then migrations, then services. */
export interface Plan {
  stores: ChildSpec[]
  migrate: Launch
  services: ChildSpec[]
  /** What every process of this system is told. */
  env: NodeJS.ProcessEnv
  ports: RunFile['ports']
  clickhouseUrl: string
  redisUrl: string
}

/** Writes the configuration of the queue: on disk before it answers, never evicting, loopback only. Returns the file. */
function redisConf(data: string, port: number, password: string): string {
  const dir = join(data, 'redis')
  mkdirSync(dir, { recursive: true })
  const file = join(dir, 'redis.conf')
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    `requirepass ${password}`,
    `dir ${JSON.stringify(dir)}`,
    'appendonly yes',
    'appendfsync always',
    'save ""',
    'maxmemory-policy noeviction',
    'daemonize no',
  ]
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
  return file
}

function stores(config: Config, ports: RunFile['ports'], token: string, env: NodeJS.ProcessEnv): ChildSpec[] {
  const specs: ChildSpec[] = []
  if (!config.clickhouse)
    specs.push({
      name: 'engine',
      run: { node: built('warehouse/dist/embedded/main.js') },
      env: { ...env, ENGINE_PORT: String(ports.engine), ENGINE_TOKEN: token },
      alive: () => httpAlive(`http://127.0.0.1:${ports.engine}/ping`),
    })
  if (!config.redisUrl)
    specs.push({
      name: 'redis',
      run: { program: 'redis-server' },
      args: [redisConf(config.data, ports.redis, token)],
      env,
      alive: () => redisAlive(ports.redis, token),
    })
  return specs
}

function services(config: Config, ports: RunFile['ports'], env: NodeJS.ProcessEnv): ChildSpec[] {
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host
  const service = (name: string, file: string, port: number): ChildSpec => ({
    name,
    run: { node: built(file) },
    env,
    alive: () => httpAlive(`http://${host}:${port}/livez`),
  })
  return [
    service('gateway', 'ingest/dist/gateway/main.js', ports.ingest),
    service('writer', 'ingest/dist/writer/main.js', ports.writer),
    service('aggregator', 'aggregator/dist/main.js', ports.dashboard),
  ]
}

/** Chooses ports (those of the last start, when free) and secrets, and lays out every process. `extra` goes into their environment. */
export async function planOf(config: Config, extra: NodeJS.ProcessEnv): Promise<Plan> {
  const last = readRunFile(config.data)?.ports
  const token = keptSecret(config.data, 'stores.token', randomToken)
  const ports = {
    dashboard: config.port,
    ingest: config.ingestPort,
    writer: await freePort(last?.writer),
    engine: await freePort(last?.engine),
    redis: await freePort(last?.redis),
  }
  const clickhouse = config.clickhouse ?? {
    url: `http://127.0.0.1:${ports.engine}`,
    user: 'default',
    password: token,
  }
  const redisUrl = config.redisUrl ?? `redis://:${token}@127.0.0.1:${ports.redis}`
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    MCC_DATA: config.data,
    MCC_HOST: config.host,
    PORT: String(ports.dashboard),
    INGEST_PORT: String(ports.ingest),
    WRITER_PORT: String(ports.writer),
    CLICKHOUSE_URL: clickhouse.url,
    CLICKHOUSE_USER: clickhouse.user,
    CLICKHOUSE_PASSWORD: clickhouse.password,
    CLICKHOUSE_DATABASE: config.database,
    REDIS_URL: redisUrl,
    ...extra,
  }
  return {
    stores: stores(config, ports, token, env),
    migrate: { name: 'migrate', run: { node: built('warehouse/dist/migrate/main.js') }, env },
    services: services(config, ports, env),
    env,
    ports,
    clickhouseUrl: clickhouse.url,
    redisUrl,
  }
}
