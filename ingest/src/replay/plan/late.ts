import { atDay } from '../tables/at-day.js'

/** Longest late entry, days. */
export const LATEST = 30

/**
 * Share of doses entered on the day itself, next day, within 3, 7, 14 and 30 days, by day of dose. The rule was entry on
 * the same day; in August 2021 the registry held 86–89 % of what bulletins reported. The curve is an assumption.
 */
const CURVES: readonly (readonly [day: string, ...shares: number[]])[] = [
  ['2021-03-08', 0.7, 0.8, 0.88, 0.95, 0.98, 1],
  ['2021-07-10', 0.76, 0.85, 0.91, 0.96, 0.985, 1],
  ['2021-09-20', 0.86, 0.93, 0.965, 0.985, 0.995, 1],
  ['2021-12-01', 0.89, 0.95, 0.975, 0.99, 0.997, 1],
]
const KNOTS = [0, 1, 3, 7, 14, LATEST]

function curveOf(day: number): Float64Array {
  const shares = atDay(CURVES, day)
  const out = new Float64Array(LATEST + 1)
  KNOTS.forEach((lag, i) => {
    const before = i === 0 ? -1 : KNOTS[i - 1]!
    const from = i === 0 ? 0 : shares[i - 1]!
    for (let k = before + 1; k <= lag; k++)
      out[k] = from + ((shares[i]! - from) * (k - before)) / (lag - before)
  })
  return out
}

const cache: Float64Array[] = []
const shareWithin = (day: number, lag: number): number => (cache[day] ??= curveOf(day))[lag]!

/**
 * How many of `count` doses of a group given on `day` are entered within `lag` days. `dither` in [0, 1) spreads the
 * rounding over small groups; 0 before lag 0, all at `LATEST`.
 */
export const enteredWithin = (day: number, count: number, lag: number, dither: number): number =>
  lag < 0 ? 0 : lag >= LATEST ? count : Math.floor(count * shareWithin(day, lag) + dither)

/** The lag at which dose `n` (from 0) of the group is entered. */
export function lagOf(day: number, count: number, n: number, dither: number): number {
  let lag = 0
  while (enteredWithin(day, count, lag, dither) <= n) lag++
  return lag
}
