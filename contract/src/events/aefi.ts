import { z } from 'zod'
import { unitCode } from '../reference/units.js'
import { productId } from '../reference/products.js'
import { envelope, identifier, instant, upsert, words } from './common.js'
import { whole } from '../quick.js'
import { SEXES } from './dose.js'

/** ICH E2B(R3) seriousness criteria; a case is serious when at least one holds. Serious is not severe. */
export const SERIOUSNESS = [
  'death',
  'life-threatening',
  'hospitalisation',
  'disability',
  'congenital-anomaly',
  'medically-important',
] as const
export const OUTCOMES = ['recovered', 'recovering', 'not-recovered', 'sequelae', 'fatal', 'unknown'] as const
/** `notified` to `closed`, as the case goes from the facility to the national level. */
export const AEFI_STAGES = [
  'notified',
  'reported',
  'investigating',
  'investigated',
  'council',
  'classified',
  'closed',
  'duplicate',
  'invalid',
] as const
/** WHO causality assessment, 2nd edition (2018). */
export const CAUSALITY = ['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'C', 'D'] as const

/** What a list of cases can be sorted by. */
export const CASE_SORTS = ['notified', 'serious', 'unit', 'product', 'stage', 'outcome'] as const
export type CaseSort = (typeof CASE_SORTS)[number]
/** Sorts that begin with the newest or gravest unless told otherwise; the others begin with the first. */
export const fallsAtFirst = (sort: CaseSort): boolean => sort === 'notified' || sort === 'serious'

/** An adverse event following immunization. `occurredAt` is the onset; `notifiedAt` when the health system heard of it. */
export const aefiEvent = z.strictObject({
  type: z.literal('aefi'),
  op: upsert,
  ...envelope,
  person: identifier.describe('pseudonym of the person; hashed again with a secret key at the gateway'),
  sex: z.enum(SEXES),
  birthYear: whole(1000, 9999),
  province: unitCode,
  facility: identifier.describe('where the suspected dose was given'),
  product: productId,
  lot: identifier,
  doseNo: whole(1, 9),
  vaccinatedAt: instant,
  notifiedAt: instant,
  reactions: z.array(words(120)).min(1).max(20),
  seriousness: z.array(z.enum(SERIOUSNESS)).max(6),
  severity: z.enum(['mild', 'moderate', 'severe']),
  anaphylaxisGrades: z
    .array(z.strictObject({ at: instant, grade: whole(1, 4) }))
    .max(20)
    .optional(),
  outcome: z.enum(OUTCOMES),
  stage: z.enum(AEFI_STAGES),
  causality: z
    .array(z.strictObject({ reaction: words(120), product: productId, class: z.enum(CAUSALITY) }))
    .max(20)
    .optional(),
})
export type AefiEvent = z.infer<typeof aefiEvent>
