import type { BookHour } from '../rest/books.js'

const HOUR_MS = 3_600_000
const ACTIVITY_HOURS = 24

/** Records received in each of the last 24 hours up to and with that of `now` (ISO 8601), oldest first. */
export function hourly(hours: readonly BookHour[], now: string): number[] {
  const last = Math.floor(Date.parse(now) / HOUR_MS)
  const ago = ({ from }: BookHour) => last - Math.floor(Date.parse(from) / HOUR_MS)
  return Array.from({ length: ACTIVITY_HOURS }, (_, i) =>
    hours.reduce((sum, hour) => (ago(hour) === ACTIVITY_HOURS - 1 - i ? sum + hour.received : sum), 0),
  )
}
