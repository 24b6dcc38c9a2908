/**
 * A figure on its way to a screen: a number, or one of the ways in which there is no number.
 * Zero is a number; the rest must never look like it.
 */
export type NoNumber =
  | { no: 'unknown'; why: string }
  | { no: 'not-reported' }
  /** `at`: the instant it was last known, or the day when no more can be said. */
  | { no: 'stale'; last: number; at: string }
  | { no: 'suppressed'; below: number }
export type Figure = number | NoNumber

export const unknown = (why: string): NoNumber => ({ no: 'unknown', why })
export const isNumber = (f: Figure | undefined): f is number => typeof f === 'number'

/** `part / whole × 100`, unclipped; unknown when either side is, or when the whole is 0. */
export function percent(part: Figure, whole: Figure): Figure {
  if (!isNumber(part)) return part
  if (!isNumber(whole)) return whole
  return whole === 0 ? unknown('no-denominator') : (part / whole) * 100
}

/** `a − b`; the first missing side decides. */
export function minus(a: Figure, b: Figure): Figure {
  if (!isNumber(a)) return a
  return isNumber(b) ? a - b : b
}
