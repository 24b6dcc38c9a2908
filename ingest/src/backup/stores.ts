import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { BackupError, warehouseEnv, type WarehouseConfig } from '@mcc/warehouse'
import { z } from 'zod'

/** Environment of backup and restore. */
export const backupEnv = z.object({
  MCC_DATA: z
    .string()
    .min(1)
    .default('data')
    .transform((d) => resolve(d)),
  /** A ClickHouse server; without it the embedded engine of MCC_DATA. */
  CLICKHOUSE_URL: z.url().optional(),
  CLICKHOUSE_USER: z.string().optional(),
  CLICKHOUSE_PASSWORD: z.string().optional(),
  CLICKHOUSE_DATABASE: z.string().optional(),
  REDIS_URL: z.url().optional(),
  MCC_EXERCISE_SCALE: z.coerce.number().gt(0).max(1).optional(),
})
export type BackupEnv = z.infer<typeof backupEnv>

/** The stores of a running system. */
export interface Stores {
  warehouse: WarehouseConfig
  redisUrl: string
  /** Its backups lie on this machine, in MCC_DATA/backups. */
  embedded: boolean
}

const runFile = z.object({ clickhouseUrl: z.url(), redisUrl: z.url() })

/** Where the running system of MCC_DATA has its stores. @throws BackupError when it does not run */
export async function runningStores(env: BackupEnv): Promise<Stores> {
  const server = env.CLICKHOUSE_URL === undefined ? undefined : warehouseEnv.parse(env)
  if (server && env.REDIS_URL !== undefined)
    return { warehouse: server, redisUrl: env.REDIS_URL, embedded: false }
  const away = new BackupError(
    `nothing runs on ${env.MCC_DATA}. A backup is taken from the running system: start it first (npm start), or, while it is stopped, copy the whole directory`,
  )
  const run = await readFile(join(env.MCC_DATA, 'run.json'), 'utf8')
    .then((text) => runFile.parse(JSON.parse(text)))
    .catch(() => {
      throw away
    })
  if (server) return { warehouse: server, redisUrl: run.redisUrl, embedded: false }
  const up = await fetch(`${run.clickhouseUrl}/ping`).then(
    (r) => r.ok,
    () => false,
  )
  if (!up) throw away
  const token = (await readFile(join(env.MCC_DATA, 'secrets', 'stores.token'), 'utf8')).trim()
  return {
    warehouse: warehouseEnv.parse({ ...env, CLICKHOUSE_URL: run.clickhouseUrl, CLICKHOUSE_PASSWORD: token }),
    redisUrl: env.REDIS_URL ?? run.redisUrl,
    embedded: true,
  }
}
