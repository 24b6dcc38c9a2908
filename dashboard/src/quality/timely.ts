import type { Timeliness, UnitTimeliness } from '../rest/timeliness.js'

/** Windows that can be chosen, in days. */
export const TIMELY_DAYS = ['7', '14', '30', '60'] as const
export const LAGS = ['sameDay', 'nextDay', 'days2to3', 'days4to7', 'later'] as const
export type Lag = (typeof LAGS)[number]
export type Lags = Record<Lag, number>

/** One unit's, with its total and the percent known on the day of giving or the next. */
export interface TimelyRow extends Lags {
  unit: string
  total: number
  inTime: number | undefined
}

const totalOf = (of: Lags): number => LAGS.reduce((n, lag) => n + of[lag], 0)

/** Percent of `of` in `part`; undefined where nothing came in. */
export const shareOf = (part: number, of: Lags): number | undefined => {
  const total = totalOf(of)
  return total > 0 ? (part / total) * 100 : undefined
}

const inTime = (of: Lags): number | undefined => shareOf(of.sameDay + of.nextDay, of)

export function nationLags(units: readonly UnitTimeliness[]): Lags & { inTime: number | undefined } {
  const sum = (lag: Lag): number => units.reduce((n, unit) => n + unit[lag], 0)
  const lags = Object.fromEntries(LAGS.map((lag) => [lag, sum(lag)])) as Lags
  return { ...lags, inTime: inTime(lags) }
}

/** Units with the slowest first; those of which nothing is left after corrections last. */
export const timelyRows = ({ units }: Timeliness): TimelyRow[] =>
  units
    .map((unit) => ({ ...unit, total: totalOf(unit), inTime: inTime(unit) }))
    .toSorted((a, b) => (a.inTime ?? 101) - (b.inTime ?? 101) || a.unit.localeCompare(b.unit))
