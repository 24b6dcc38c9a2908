import { DAY_MS, msOf, utcDay } from '@mcc/contract'

const two = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'))

/** `YYYY-MM-DD hh:mm:ss.mmm` in UTC, as the engine reads DateTime64(3), of an ISO 8601 instant or epoch milliseconds. */
export function utc(instant: string | number): string {
  const ms = typeof instant === 'number' ? instant : msOf(instant)
  const inDay = ((ms % DAY_MS) + DAY_MS) % DAY_MS
  const s = Math.floor(inDay / 1_000)
  const fraction = String(inDay % 1_000).padStart(3, '0')
  return `${utcDay(ms)} ${two[Math.floor(s / 3_600)]}:${two[Math.floor(s / 60) % 60]}:${two[s % 60]}.${fraction}`
}
