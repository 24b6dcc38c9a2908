import { z } from 'zod'
import { unitCode } from '../reference/units.js'
import { envelope, instant, upsert } from './common.js'

export const REQUEST_KINDS = ['missing-dose', 'wrong-identity', 'wrong-dose', 'duplicate', 'other'] as const
export const REQUEST_OUTCOMES = ['accepted', 'refused'] as const

/** A citizen's request to correct the record. `occurredAt` is when it was opened. */
export const requestEvent = z.strictObject({
  type: z.literal('request'),
  op: upsert,
  ...envelope,
  kind: z.enum(REQUEST_KINDS),
  province: unitCode,
  settledAt: instant.optional(),
  outcome: z.enum(REQUEST_OUTCOMES).optional(),
})
export type RequestEvent = z.infer<typeof requestEvent>
