import { z } from 'zod'
import { msOf } from '../time.js'
import { quick, whole } from '../quick.js'

/** The calendar days met last: records of one batch speak of few. */
const calendarDays = new Set<string>()

/** `Date.parse` takes 30 February for 2 March. */
function isCalendarDay(day: string): boolean {
  if (calendarDays.has(day)) return true
  const t = Date.parse(`${day}T00:00:00Z`)
  const is = !Number.isNaN(t) && new Date(t).toISOString().startsWith(day)
  if (calendarDays.size >= 1_000) calendarDays.clear()
  if (is) calendarDays.add(day)
  return is
}

const YEARS = { first: '1971', last: '2148' } as const

/** A day outside what the warehouse can hold would be stored as another one. */
const isStorable = (time: string): boolean =>
  time.slice(0, 4) >= YEARS.first && time.slice(0, 4) <= YEARS.last
const notStorable = { message: `outside ${YEARS.first}–${YEARS.last}`, params: { code: 'out_of_range' } }

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/
const isMoment = (time: string): boolean => !Number.isNaN(msOf(time)) && isCalendarDay(time.slice(0, 10))
const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && INSTANT.test(value) && isMoment(value) && isStorable(value)

/** ISO 8601 with an explicit offset, as text; compared as instants, stored as UTC. */
export const instant = quick(
  z
    .string()
    .max(35)
    .regex(INSTANT, 'an ISO 8601 instant with offset')
    .refine(isMoment, 'no such instant')
    .refine(isStorable, notStorable),
  isInstant,
)
/** A calendar day in Asia/Ho_Chi_Minh. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD')
  .refine(isCalendarDay, 'no such day')
  .refine(isStorable, notStorable)
const IDENTIFIER = /^[\p{L}\p{N}._:/-]+$/u
const isIdentifier = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= 64 && IDENTIFIER.test(value)
/** Identifiers of sources, records, lots, facilities …: no spaces, no control characters. */
export const identifier = quick(
  z.string().min(1).max(64).regex(IDENTIFIER, 'letters, digits and . _ : / - only'),
  isIdentifier,
)
/** Free text of at most `max` characters; half a surrogate pair is no text, and no store takes it. */
export const words = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^\P{Surrogate}*$/u, 'not valid Unicode')
export const text = words(500)
export const name = words(200)
export const count = whole(0, 1_000_000_000)

/** What every event carries. `(source, type, id)` is the record key; `rev` rises with each correction. */
export const envelope = {
  source: identifier,
  id: identifier,
  rev: whole(1, 1_000_000),
  occurredAt: instant.describe('when it happened'),
  recordedAt: instant.describe('when the source entered it'),
  exercise: z
    .literal(true)
    .optional()
    .describe('present on every record of an exercise, absent on real ones'),
} as const

export const upsert = z.literal('upsert')
export const voided = z.literal('void')
