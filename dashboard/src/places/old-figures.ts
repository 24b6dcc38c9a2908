import { isNumber, type Figure, type UnitSummary } from '@mcc/contract'

type Key = 'coverageOne' | 'coverageFull' | 'utilisation'

/** A figure of a unit; what one that has fallen silent had at the end of its last day is old by now. */
export function asOfLastDay(unit: UnitSummary | undefined, key: Key): Figure | undefined {
  const figure = unit?.[key]
  const lastDay = unit?.heardUntil
  return typeof lastDay === 'string' && isNumber(figure) ? { no: 'stale', last: figure, at: lastDay } : figure
}
