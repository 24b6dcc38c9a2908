import {
  PROVINCE_CODES,
  type Alarm,
  type AlarmsState,
  type NationState,
  type ProvinceCode,
} from '@mcc/contract'
import { numberOf } from '../figures/figure-view.js'

type Units = NationState['units']
type Days = Readonly<Record<string, number>>

/** Rank of each province by coverage with at least one dose, 1 the highest; equal ones share a rank, those without a figure have none. */
export function ranksOf(units: Units): Map<ProvinceCode, number> {
  const values = PROVINCE_CODES.flatMap((code) => {
    const value = numberOf(units[code].coverageOne)
    return value === undefined ? [] : [{ code, value }]
  })
  return new Map(
    values.map(({ code, value }) => [code, 1 + values.filter((other) => other.value > value).length]),
  )
}

export interface RankMove {
  code: ProvinceCode
  from: number
  to: number
}

/** Provinces whose rank differs, those that moved farthest first. */
export function rankMoves(then: Units, now: Units): RankMove[] {
  const before = ranksOf(then)
  const far = ({ from, to }: RankMove) => Math.abs(from - to)
  return [...ranksOf(now)]
    .flatMap(([code, to]): RankMove[] => {
      const from = before.get(code)
      return from === undefined || from === to ? [] : [{ code, from, to }]
    })
    .toSorted((a, b) => far(b) - far(a) || a.to - b.to || a.code.localeCompare(b.code))
}

/** Days before `day` whose doses are other than they were, and by how much in all. */
export function restated(then: Days, now: Days, day: string): { days: number; doses: number } {
  const changes = [...new Set([...Object.keys(then), ...Object.keys(now)])]
    .filter((one) => one < day)
    .map((one) => (now[one] ?? 0) - (then[one] ?? 0))
    .filter((change) => change !== 0)
  return { days: changes.length, doses: changes.reduce((sum, change) => sum + change, 0) }
}

/** Alarms that began after the moment and still stand, of one unit if given. */
export const alarmsSince = (state: AlarmsState, at: string, unit?: string): Alarm[] =>
  Object.values(state.alarms).filter(
    (alarm) => Date.parse(alarm.since) > Date.parse(at) && (unit === undefined || alarm.unit === unit),
  )
