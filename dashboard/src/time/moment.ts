/** A `+` that was not escaped in an address arrives as a space. */
const mended = (text: string): string => text.replace(/ (?=\d{2}:\d{2}$)/, '+')
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

/** The moment that an address speaks of (ISO 8601 with offset), as UTC text to the millisecond; undefined when it is none. */
export function momentOf(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined
  const at = mended(text)
  const ms = INSTANT.test(at) ? Date.parse(at) : Number.NaN
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}

/**
 * The moment that a person wrote as `07:00 24/11/2021` (Viet Nam's time), as UTC text; undefined when there is no such
 * moment.
 */
export function writtenMoment(text: string): string | undefined {
  const parts = /^\s*(\d{1,2}):(\d{2})\s+(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/.exec(text)
  if (!parts) return undefined
  const [hour, minute, day, month] = parts.slice(1, 5).map((p) => p.padStart(2, '0'))
  const local = `${parts[5]}-${month}-${day}T${hour}:${minute}`
  const ms = Date.parse(`${local}:00+07:00`)
  // 31 February would be taken for March
  return Number.isNaN(ms) || !new Date(ms + 7 * 3_600_000).toISOString().startsWith(local)
    ? undefined
    : new Date(ms).toISOString()
}
