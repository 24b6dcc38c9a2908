import { z } from 'zod'
import { districtCode, provinceCode, unitCode } from '../reference/units.js'
import { count, day, envelope, identifier, name, upsert } from './common.js'
import { whole } from '../quick.js'

export const FACILITY_KINDS = [
  'commune-station',
  'district-centre',
  'hospital',
  'mobile',
  'mass-site',
  'other',
] as const

/** A vaccination point ("điểm tiêm"). The record id is the facility's id. */
export const facilityEvent = z.strictObject({
  type: z.literal('facility'),
  op: upsert,
  ...envelope,
  name,
  province: unitCode,
  district: districtCode.optional(),
  commune: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  kind: z.enum(FACILITY_KINDS),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  capacityPerDay: count,
  open: z.boolean(),
})
export type FacilityEvent = z.infer<typeof facilityEvent>

export const SESSION_STATUSES = ['planned', 'held', 'cancelled'] as const

/** A vaccination session of a facility on a day. */
export const sessionEvent = z.strictObject({
  type: z.literal('session'),
  op: upsert,
  ...envelope,
  facility: identifier,
  province: unitCode,
  day,
  plannedDoses: count,
  teams: count,
  status: z.enum(SESSION_STATUSES),
})
export type SessionEvent = z.infer<typeof sessionEvent>

export const REGISTRATION_STAGES = ['registered', 'approved', 'planned'] as const

/** People registered for vaccination: a count per province, priority group and stage, as of `occurredAt`. */
export const registrationEvent = z.strictObject({
  type: z.literal('registration'),
  op: upsert,
  ...envelope,
  province: provinceCode,
  priorityGroup: whole(1, 16),
  stage: z.enum(REGISTRATION_STAGES),
  people: count,
})
export type RegistrationEvent = z.infer<typeof registrationEvent>
