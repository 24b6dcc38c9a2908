import { join } from 'node:path'
import { warehouseEnv } from '@mcc/warehouse'
import { z } from 'zod'

const list = z
  .string()
  .default('')
  .transform((s) => s.split(',').filter((o) => o !== ''))

const environment = warehouseEnv.extend({
  MCC_DATA: z.string().min(1).default('./data'),
  MCC_HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  REDIS_URL: z.url(),
  MCC_EXERCISE_SCALE: z.coerce.number().gt(0).max(1).optional(),
  /** Origins allowed beside the server's own, comma-separated (a proxy that changes the host). */
  MCC_ORIGINS: list,
  /** Proxies in front whose X-Forwarded-* are believed. */
  MCC_TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  /** Opens /metrics to callers that are not on this machine. */
  MCC_METRICS_TOKEN: z.string().min(16).optional(),
  MCC_DASHBOARD: z.string().default(join(import.meta.dirname, '../../dashboard/dist')),
  LOG_LEVEL: z.string().default('info'),
})
export type Config = z.infer<typeof environment>

/** The environment of the service. Throws a `ZodError` that names what is missing or wrong. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => environment.parse(env)
