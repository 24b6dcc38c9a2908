import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const environment = z.object({
  MCC_DATA: z.string().min(1).optional(),
  INGEST_PORT: z.coerce.number().int().min(1).max(65_535).default(8081),
  MCC_API_KEY: z.string().min(1).optional(),
  REDIS_URL: z.url().optional(),
})
export type PortalConfig = z.infer<typeof environment>

/** The environment of the portal adapter; empty variables count as unset. @throws ZodError naming the wrong variable */
export const readConfig = (env: NodeJS.ProcessEnv): PortalConfig =>
  environment.parse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))

/** The data directory: MCC_DATA, else that of `npm start` or, for an exercise, of `npm run demo`. */
export const dataDir = (config: PortalConfig, exercise: boolean): string =>
  resolve(config.MCC_DATA ?? (exercise ? 'data/exercise' : 'data'))

/** The key that the system on this machine made for the portal when it started; `undefined` when it never did. */
export function keptKey(data: string): string | undefined {
  try {
    return readFileSync(join(data, 'secrets', 'portal.key'), 'utf8').trim() || undefined
  } catch {
    return undefined
  }
}

/** The queue of the system that runs on `data`, from its run file; `undefined` when none runs. */
export function runningRedis(data: string): string | undefined {
  try {
    return z.object({ redisUrl: z.url() }).parse(JSON.parse(readFileSync(join(data, 'run.json'), 'utf8')))
      .redisUrl
  } catch {
    return undefined
  }
}
