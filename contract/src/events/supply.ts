import { z } from 'zod'
import { unitCode } from '../reference/units.js'
import { productId } from '../reference/products.js'
import { count, day, envelope, identifier, text, upsert, words } from './common.js'
import { whole } from '../quick.js'

/** Who holds stock: `national` store, a unit (`unit:79`) or a facility (`facility:79-0001`). */
export const holder = z
  .string()
  .max(80)
  .regex(
    /^(national|abroad|unit:\w{2}|facility:[^\p{Surrogate}\n\r]+)$/u,
    'national, abroad, unit:CODE or facility:ID',
  )

/** An allocation decision (QĐ …) of one round (đợt): product × recipient × doses. `occurredAt` is its date. */
export const decisionEvent = z.strictObject({
  type: z.literal('decision'),
  op: upsert,
  ...envelope,
  number: words(60).describe('e.g. 2908/QĐ-BYT'),
  round: whole(1, 999).describe('đợt'),
  lines: z
    .array(z.strictObject({ product: productId, recipient: unitCode, doses: count }))
    .min(1)
    .max(500),
})
export type DecisionEvent = z.infer<typeof decisionEvent>

export const MOVEMENT_KINDS = [
  'receive',
  'dispatch',
  'arrive',
  'issue',
  'return',
  'discard',
  'adjust',
] as const

/** One movement of stock of one lot. `adjust` may be negative; the others are not. */
export const movementEvent = z.strictObject({
  type: z.literal('movement'),
  op: upsert,
  ...envelope,
  kind: z.enum(MOVEMENT_KINDS),
  lot: identifier,
  product: productId,
  doses: whole(-1_000_000_000, 1_000_000_000),
  from: holder,
  to: holder,
  province: unitCode.describe('the unit whose stock it concerns'),
  decision: words(60).optional(),
  reason: text.optional(),
})
export type MovementEvent = z.infer<typeof movementEvent>

export const LOT_STATUSES = ['released', 'quarantined', 'recalled'] as const

/** A lot as it stands; its expiry is a versioned fact that a document can extend. */
export const lotEvent = z.strictObject({
  type: z.literal('lot'),
  op: upsert,
  ...envelope,
  lot: identifier,
  product: productId,
  manufacturer: words(200),
  expiry: day,
  status: z.enum(LOT_STATUSES),
  document: words(200).optional(),
})
export type LotEvent = z.infer<typeof lotEvent>
