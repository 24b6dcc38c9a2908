import { z } from 'zod'
import { count, identifier, instant } from './common.js'
import { EVENT_TYPES } from './event.js'

/**
 * What a source says it sent: so many records of a type, received here from `from` (inclusive) to `to` (exclusive) by the
 * gateway's clock (on an exercise store its own). Every line of an accepted batch counts, refused lines too, and a record
 * that was sent twice counts twice. A later manifest for the same window replaces the earlier.
 */
export const manifest = z
  .strictObject({
    source: identifier,
    type: z.enum(EVENT_TYPES),
    from: instant,
    to: instant,
    records: count,
    exercise: z.literal(true).optional(),
  })
  .refine((m) => Date.parse(m.from) < Date.parse(m.to), { message: 'from must lie before to', path: ['to'] })
