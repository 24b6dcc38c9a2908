import { addDays, dayOf, startOfDay } from '@mcc/contract'

const HOUR_MS = 3_600_000
/** When the day's work begins, o'clock in Viet Nam. */
const BEGINS = 7

/** The last 07:00 (Asia/Ho_Chi_Minh) before figures of `asOf`, as UTC text. */
export function morningOf(asOf: string): { at: string; yesterday: boolean } {
  const day = dayOf(asOf)
  const today = startOfDay(day) + BEGINS * HOUR_MS
  const yesterday = Date.parse(asOf) <= today
  const at = yesterday ? startOfDay(addDays(day, -1)) + BEGINS * HOUR_MS : today
  return { at: new Date(at).toISOString(), yesterday }
}
