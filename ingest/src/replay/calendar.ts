import { addDays, daysBetween, startOfDay } from '@mcc/contract'

/** First and last day for which national figures were published; day index 0 is the first. */
export const FIRST_DAY = '2021-03-08'
export const LAST_DAY = '2022-03-22'
export const DAY_COUNT = daysBetween(FIRST_DAY, LAST_DAY) + 1

/** Calendar day (Asia/Ho_Chi_Minh) of a day index. */
export const dayAt = (index: number): string => addDays(FIRST_DAY, index)
/** Day index of a calendar day; may lie outside 0 … DAY_COUNT − 1. */
export const indexOf = (day: string): number => daysBetween(FIRST_DAY, day)
/** Epoch milliseconds of second `second` of day `index`, Vietnamese time. */
export const momentOf = (index: number, second: number): number => MIDNIGHTS[index]! + second * 1000

const MARGIN = 400
const DAYS = Array.from({ length: DAY_COUNT + MARGIN }, (_, i) => dayAt(i))
const MIDNIGHTS = DAYS.map(startOfDay)
const TWO = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, '0'))

/** `2021-11-24T07:00:00+07:00` of second `second` (0 … 86,399) of day `index`. */
export function isoAt(index: number, second: number): string {
  const hour = Math.floor(second / 3600)
  return `${DAYS[index]!}T${TWO[hour]!}:${TWO[Math.floor(second / 60) % 60]!}:${TWO[second % 60]!}+07:00`
}
