/** Viet Nam has one zone without summer time; every day in MCC is cut in it. */
export const ZONE = 'Asia/Ho_Chi_Minh'
const OFFSET_MS = 7 * 3_600_000
export const DAY_MS = 86_400_000

/** Days are few and asked for with every record: their texts are kept, so many at most. */
const DAYS_KEPT = 20_000
const dayTexts = new Map<number, string>()

/** Calendar day (`YYYY-MM-DD`) in UTC of epoch milliseconds. */
export function utcDay(ms: number): string {
  const n = Math.floor(ms / DAY_MS)
  let text = dayTexts.get(n)
  if (text === undefined) {
    if (dayTexts.size >= DAYS_KEPT) dayTexts.clear()
    dayTexts.set(n, (text = new Date(n * DAY_MS).toISOString().slice(0, 10)))
  }
  return text
}

/** The two instants read last: of the times of a record each is asked for up to four times. */
let last = { text: '', ms: NaN }
let oneBefore = last

/** Epoch milliseconds of an instant given as ISO 8601 with offset; NaN when it is none. */
export function msOf(text: string): number {
  if (text === last.text) return last.ms
  const read = text === oneBefore.text ? oneBefore : { text, ms: Date.parse(text) }
  oneBefore = last
  last = read
  return read.ms
}

/** Calendar day (`YYYY-MM-DD`, Asia/Ho_Chi_Minh) of an instant given as ISO 8601 with offset or epoch milliseconds. */
export function dayOf(instant: string | number): string {
  const ms = typeof instant === 'number' ? instant : msOf(instant)
  return utcDay(ms + OFFSET_MS)
}

/** Epoch milliseconds of 00:00 in Asia/Ho_Chi_Minh on `day` (`YYYY-MM-DD`). */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00+07:00`)
}

/** The day `n` days after `day`; `n` may be negative. */
export function addDays(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from `from` to `to`, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** ISO 8601 with the offset of Viet Nam, to the second: `2021-11-24T07:00:00+07:00`. */
export function isoLocal(ms: number): string {
  return `${new Date(ms + OFFSET_MS).toISOString().slice(0, 19)}+07:00`
}
