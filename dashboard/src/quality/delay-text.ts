import type { Speech } from '../i18n/language.js'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const LONG_MS = 48 * HOUR_MS

/** How long something took, milliseconds in: minutes, hours with a decimal, from two days on days. */
export function delayText(ms: number, { m, f }: Speech): string {
  const words = m.qualityPage.timely
  if (ms < HOUR_MS) return words.minutes(f.count(Math.max(0, Math.round(ms / MINUTE_MS))))
  return ms < LONG_MS ? words.hours(f.rate(ms / HOUR_MS)) : words.longDays(f.rate(ms / (24 * HOUR_MS)))
}
