import { addDays, dayOf } from '@mcc/contract'

/** A `+` that was not escaped in an address arrives as a space. */
const mended = (text: string): string => text.replace(/ (?=\d{2}:\d{2}$)/, '+')
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

/** The moment that an address speaks of (ISO 8601 with offset), as UTC text to the millisecond; undefined when it is none. */
export function momentOf(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined
  const at = mended(text)
  const ms = INSTANT.test(at) ? Date.parse(at) : Number.NaN
  const day = at.slice(0, 10)
  // 31 February would be taken for March
  return Number.isNaN(ms) || addDays(day, 0) !== day ? undefined : new Date(ms).toISOString()
}

/**
 * The moment that a person wrote as `07:00 24/11/2021` (Viet Nam's time), as UTC text; undefined when there is no such
 * moment.
 */
export function writtenMoment(text: string): string | undefined {
  const parts = /^\s*(\d{1,2}):(\d{2})\s+(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/.exec(text)
  if (!parts) return undefined
  const [hour, minute, day, month] = parts.slice(1, 5).map((p) => p.padStart(2, '0'))
  const date = `${parts[5]}-${month}-${day}`
  const ms = Date.parse(`${date}T${hour}:${minute}:00+07:00`)
  return Number.isNaN(ms) || dayOf(ms) !== date ? undefined : new Date(ms).toISOString()
}
