import { UNIT_CODES } from '@mcc/contract'
import { z } from 'zod'

/** Schemas of answers. States of topics are described in the contract; here they are JSON objects. */
const noNumber = z.union([
  z.object({ no: z.literal('unknown'), why: z.string() }),
  z.object({ no: z.literal('not-reported') }),
  z.object({ no: z.literal('stale'), last: z.number(), at: z.string() }),
  z.object({ no: z.literal('suppressed'), below: z.number() }),
])
export const figure = z
  .union([z.number(), noNumber])
  .describe('a number, or why there is none; 0 is a number')
export const isoInstant = z.string().describe('ISO 8601')
export const day = z.iso.date().describe('day in Asia/Ho_Chi_Minh')

export const snapshotAnswer = z.object({
  topic: z.string(),
  epoch: z.string(),
  seq: z.int(),
  asOf: isoInstant,
  serverTime: isoInstant,
  state: z.record(z.string(), z.unknown()),
})
export const callerAnswer = z.object({
  name: z.string(),
  role: z.string(),
  province: z.string().optional(),
})
export const done = z.object({ ok: z.literal(true) })
export const unitParam = z.enum(UNIT_CODES)
/** A whole number in an address. */
export const limitParam = (fallback: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(most))
    .default(fallback)
