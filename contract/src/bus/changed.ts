import { z } from 'zod'
import { EVENT_TYPES } from '../events/event.js'

/** Redis names shared by ingest and aggregator. */
export const QUEUE_NAME = 'ingest'
export const CHANGED_CHANNEL = 'mcc:changed'
/** Hash: the writer's last notice (`watermark`, `seq`, `aliveAt` real ms) for those who missed the channel. */
export const WRITER_KEY = 'mcc:writer'
/**
 * String with an expiry: while it is there the writer counts nothing. It answers by putting the same text into the field
 * `heldBy` of its hash, once nothing is under way.
 */
export const WRITER_HOLD_KEY = 'mcc:writer-hold'
/** Hash: the receipt (JSON) of each batch that the gateway accepted, until it lies in the engine. */
export const RECEIPTS_KEY = 'mcc:receipts'
/** String: newest exercise instant (epoch ms) the gateway was told. */
export const EXERCISE_CLOCK_KEY = 'mcc:exercise-clock'

/** Published by the writer after the engine has acknowledged a group of records. */
export const changedNotice = z.object({
  /** Rises by one with each notice; a gap means: re-read everything. */
  seq: z.int(),
  /** Everything known up to this instant (epoch ms) is in the store. */
  watermark: z.int(),
  /** What was touched: types, units and days (YYYY-MM-DD). */
  touched: z.array(
    z.object({ type: z.enum(EVENT_TYPES), units: z.array(z.string()), days: z.array(z.string()) }),
  ),
})
export type ChangedNotice = z.infer<typeof changedNotice>
