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
/** The two clocks of an answer; live both are the watermark, and what the writer was counting meanwhile may be in. */
export const dataTime = {
  asOf: isoInstant.describe('the moment that the figures are of'),
  knownAt: isoInstant.describe(
    'everything known up to this instant is counted in; asked with `at`, nothing known later',
  ),
}
export const day = z.iso.date().describe('day in Asia/Ho_Chi_Minh')

export const snapshotAnswer = z.object({
  topic: z.string(),
  epoch: z.string().optional().describe('of the live state; absent in an answer for a past moment'),
  seq: z.int().optional(),
  serverTime: isoInstant.optional(),
  ...dataTime,
  state: z.record(z.string(), z.unknown()),
})
export const callerAnswer = z.object({
  name: z.string(),
  role: z.string(),
  province: z.string().optional(),
})
export const done = z.object({ ok: z.literal(true) })
export const unitParam = z.enum(UNIT_CODES)
/** What lines are asked for; files that leave MCC stand in the audit as such. */
export const purposeParam = z.enum(['look', 'export']).default('look')
/** What is added to the filter that goes on record. */
export const onRecordAs = (purpose: z.infer<typeof purposeParam>): { purpose?: 'export' } =>
  purpose === 'export' ? { purpose } : {}
/** A whole number in an address. */
export const limitParam = (fallback: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(most))
    .default(fallback)
/** How many lines stand before the page, in an address. */
export const offsetParam = z
  .string()
  .regex(/^\d{1,7}$/)
  .transform(Number)
  .default(0)
