import { z } from 'zod'
import { unitCode, provinceCode } from '../reference/units.js'
import { productId } from '../reference/products.js'
import { envelope, identifier, instant, upsert } from './common.js'
import { whole } from '../quick.js'

export const SERIES = ['primary', 'additional', 'booster'] as const
export const VERIFICATIONS = ['unverified', 'identity-matched', 'mismatched', 'no-id'] as const
export const SEXES = ['female', 'male', 'unknown'] as const

/**
 * One dose given to one person ("mũi tiêm"). `occurredAt` is the moment of administration.
 * It names its own province, so that a count never hangs on the facility register (decision 0002).
 */
export const doseEvent = z.strictObject({
  type: z.literal('dose'),
  op: upsert,
  ...envelope,
  person: identifier.describe('pseudonym of the person; hashed again with a secret key at the gateway'),
  sex: z.enum(SEXES),
  birthYear: whole(1000, 9999),
  priorityGroup: whole(1, 16),
  product: productId,
  lot: identifier,
  doseNo: whole(1, 9),
  series: z.enum(SERIES),
  province: unitCode.describe('where the dose was given'),
  facility: identifier,
  residenceProvince: provinceCode.optional(),
  verification: z.enum(VERIFICATIONS),
  signedAt: instant.optional().describe('when the facility signed the record digitally'),
})
export type DoseEvent = z.infer<typeof doseEvent>
