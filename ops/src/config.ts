import { resolve } from 'node:path'
import { z } from 'zod'

const port = z.coerce.number().int().min(1).max(65_535)

const environment = z.object({
  MCC_DATA: z.string().min(1),
  MCC_HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(8080),
  INGEST_PORT: port.default(8081),
  CLICKHOUSE_URL: z.url().optional(),
  CLICKHOUSE_USER: z.string().default('default'),
  CLICKHOUSE_PASSWORD: z.string().default(''),
  CLICKHOUSE_DATABASE: z.string().default('mcc'),
  REDIS_URL: z.url().optional(),
})

/** How this machine is run; `data` is absolute. Unset `clickhouse` or `redisUrl` means: run them here. */
export interface Config {
  data: string
  host: string
  port: number
  ingestPort: number
  clickhouse: { url: string; user: string; password: string } | undefined
  database: string
  redisUrl: string | undefined
}

/** Reads the environment; empty variables count as unset. @throws ZodError naming the variable that is wrong */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const e = environment.parse(set)
  return {
    data: resolve(e.MCC_DATA),
    host: e.MCC_HOST,
    port: e.PORT,
    ingestPort: e.INGEST_PORT,
    clickhouse: e.CLICKHOUSE_URL
      ? { url: e.CLICKHOUSE_URL, user: e.CLICKHOUSE_USER, password: e.CLICKHOUSE_PASSWORD }
      : undefined,
    database: e.CLICKHOUSE_DATABASE,
    redisUrl: e.REDIS_URL,
  }
}
