import type { Messages } from '../i18n/vi.js'
import type { Formats } from './format.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const FIGURE_SPACE = '\u2007'
/** The words with room for a second digit, so that what stands behind them stays where it is from 9 to 10. */
export const steadyAge = (words: string): string => (/\d\d/.test(words) ? words : words + FIGURE_SPACE)

/** An age in its largest whole unit, milliseconds in. */
export function ageText(ms: number, m: Messages, f: Formats): string {
  const age = Math.max(0, ms)
  if (age < MINUTE) return m.status.seconds(f.count(Math.floor(age / 1_000)))
  if (age < HOUR) return m.status.minutes(f.count(Math.floor(age / MINUTE)))
  return age < 2 * DAY
    ? m.status.hours(f.count(Math.floor(age / HOUR)))
    : m.status.days(f.count(Math.floor(age / DAY)))
}
