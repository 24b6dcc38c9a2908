import { addDays, daysBetween } from '@mcc/contract'

/** A province that gave doses on each of so many days is one that reports daily. */
const DAILY_DAYS = 7
/** Doses missed at its own pace below which a day without any may be chance (Poisson: e⁻⁷ < 0.001). */
const MISSED_DOSES = 7

/**
 * The last day with doses of a province that gave some daily for a week and then none for a whole day of data time, too
 * many to be chance; null of one that still sends, or never sent daily. `days` are its doses by day.
 */
export function heardUntil(days: ReadonlyMap<string, number>, today: string): string | null {
  const lastDay = [...days].reduce((last, [day, n]) => (n > 0 && day > last ? day : last), '')
  if (lastDay === '') return null
  const silent = silentDays(lastDay, today)
  const daily = Array.from({ length: DAILY_DAYS }, (_, i) => days.get(addDays(lastDay, -i)) ?? 0)
  if (silent < 1 || daily.some((n) => n <= 0)) return null
  const missed = (silent * daily.reduce((a, b) => a + b, 0)) / DAILY_DAYS
  return missed < MISSED_DOSES ? null : lastDay
}

/** Whole days without a dose since `lastDay`; today is not over. */
export const silentDays = (lastDay: string, today: string): number => daysBetween(lastDay, today) - 1
