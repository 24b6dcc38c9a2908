import { warehouseEnv } from '@mcc/warehouse'
import { z } from 'zod'

/** Environment of the gateway, read once at start. */
export const gatewayConfig = warehouseEnv.extend({
  /** Accounting and manifests need the engine; events are accepted without. */
  CLICKHOUSE_URL: z.url().optional(),
  MCC_DATA: z.string().min(1).default('./data'),
  MCC_HOST: z.string().default('127.0.0.1'),
  INGEST_PORT: z.coerce.number().int().min(0).max(65_535).default(8081),
  REDIS_URL: z.url(),
  /** Set on an exercise store, see decision 0003. */
  MCC_EXERCISE_SCALE: z.coerce.number().gt(0).max(1).optional(),
  /** Secret of the pseudonyms; without it a key file is made in MCC_DATA/secrets. */
  MCC_PSEUDONYM_KEY: z.string().min(32).optional(),
  /** Accepted batches that may wait for the writer; beyond it senders get 429. */
  MCC_QUEUE_LIMIT: z.coerce.number().int().min(1).default(500),
  LOG_LEVEL: z.string().default('info'),
})
