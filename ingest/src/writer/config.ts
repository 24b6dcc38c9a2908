import { warehouseEnv } from '@mcc/warehouse'
import { z } from 'zod'

/** Environment of the writer, read once at start. */
export const writerConfig = warehouseEnv.extend({
  MCC_HOST: z.string().default('127.0.0.1'),
  /** Health and metrics; 0 takes a free port. */
  WRITER_PORT: z.coerce.number().int().min(0).max(65_535).default(8082),
  REDIS_URL: z.url(),
  MCC_EXERCISE_SCALE: z.coerce.number().gt(0).max(1).optional(),
  LOG_LEVEL: z.string().default('info'),
})
