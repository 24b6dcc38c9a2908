import { dayOf, startOfDay } from '@mcc/contract'

/** 03:30 in Viet Nam: nobody looks, and the day's bulletin is out. */
const AFTER_MIDNIGHT_MS = 3.5 * 3_600_000

/** Did 03:30 (Asia/Ho_Chi_Minh) pass between two instants of the server's clock, epoch milliseconds? */
export function reloadDue(before: number, now: number): boolean {
  const at = startOfDay(dayOf(now)) + AFTER_MIDNIGHT_MS
  return before < at && now >= at
}

const SHIFTS = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
] as const
const SHIFT_MS = 180_000

/** Where the picture stands, CSS pixels: another corner of 2 px every three minutes, so that no edge burns in. */
export const burnInShift = (monotonic: number): readonly [x: number, y: number] =>
  SHIFTS[Math.floor(monotonic / SHIFT_MS) % SHIFTS.length] ?? SHIFTS[0]
