import {
  addDays,
  daysBetween,
  groupBy,
  type NationState,
  PRODUCTS,
  PROVINCE_CODES,
  UNIT_CODES,
  type UnitCode,
} from '@mcc/contract'
import type { AefiRecent } from '@mcc/warehouse'
import type { Facts, Moment } from '../live/facts.js'
import { movedOf } from '../state/stock.js'
import type { Condition } from './condition.js'

/** A death stays an alarm for this many days of data time after it was notified. */
const DEATH_DAYS = 7
const CLUSTER_DAYS = 14
const CLUSTER_CASES = 2
/** A province that gave doses on each of so many days is one that reports daily. */
const DAILY_DAYS = 7
/** Doses missed at its own pace below which a day without any may be chance (Poisson: e⁻⁷ < 0.001). */
const MISSED_DOSES = 7

const within = (r: AefiRecent, today: string, days: number): boolean => r.day > addDays(today, -days)
const sum = (rows: readonly AefiRecent[]): number => rows.reduce((n, r) => n + r.cases, 0)

/** A death after vaccination, by place, product and day of notification. */
function aefiDeaths(facts: Facts, { today }: Moment): Condition[] {
  return [...facts.aefiRecent].flatMap(([unit, rows]) => {
    const deaths = rows.filter((r) => r.died && within(r, today, DEATH_DAYS))
    return [...groupBy(deaths, (r) => `${r.day}:${r.product}`).values()].map((same): Condition => {
      const { day, product } = same[0]!
      const cases = sum(same)
      return {
        id: `aefi-death:${unit}:${day}:${product}`,
        rule: 'aefi-death',
        severity: 'critical',
        unit,
        facts: { cases, day, product },
        level: cases,
      }
    })
  })
}

/** Two or more serious cases within 14 days of one lot in one province (WHO: a cluster to be looked into). */
function aefiLotClusters(facts: Facts, { today }: Moment): Condition[] {
  return [...facts.aefiRecent].flatMap(([unit, rows]) => {
    const recent = rows.filter((r) => within(r, today, CLUSTER_DAYS))
    return [...groupBy(recent, (r) => `${r.product}:${r.lot}`).values()]
      .filter((same) => sum(same) >= CLUSTER_CASES)
      .map((same): Condition => {
        const { product, lot } = same[0]!
        const cases = sum(same)
        return {
          id: `aefi-lot-cluster:${unit}:${product}:${lot}`,
          rule: 'aefi-lot-cluster',
          severity: 'high',
          unit,
          facts: { cases, days: CLUSTER_DAYS, lot, product },
          level: cases,
        }
      })
  })
}

/** A province that gave doses daily for a week and then none for a whole day of data time, too many to be chance. */
function silentProvinces(facts: Facts, { today }: Moment): Condition[] {
  const conditions: Condition[] = []
  for (const unit of PROVINCE_CODES) {
    const days = facts.days.get(unit)
    const lastDay = [...(days ?? [])].reduce((last, [day, n]) => (n > 0 && day > last ? day : last), '')
    if (!days || lastDay === '') continue
    const silent = daysBetween(lastDay, today) - 1
    const daily = Array.from({ length: DAILY_DAYS }, (_, i) => days.get(addDays(lastDay, -i)) ?? 0)
    if (silent < 1 || daily.some((n) => n <= 0)) continue
    const missed = (silent * daily.reduce((a, b) => a + b, 0)) / DAILY_DAYS
    if (missed < MISSED_DOSES) continue
    conditions.push({
      id: `province-silent:${unit}`,
      rule: 'province-silent',
      severity: 'medium',
      unit,
      facts: { lastDay, silentDays: silent },
      // a silence that goes on is the same silence
      level: 0,
    })
  }
  return conditions
}

function stockOf(facts: Facts, unit: UnitCode, product: string): { given: number; received: number } {
  const doses = (facts.doses.get(unit) ?? []).filter((c) => c.product === product)
  const moves = (facts.movements.get(unit) ?? []).filter((c) => c.product === product)
  return { given: doses.reduce((n, c) => n + c.doses, 0), received: movedOf(moves, 'unit').received }
}

/** More doses given than ever arrived, by unit and product; silent while the store knows no arrivals of the product. */
function negativeStocks(facts: Facts, nation: NationState): Condition[] {
  return PRODUCTS.filter(({ id }) => nation.products[id].received !== 0).flatMap(({ id: product }) => {
    if (typeof nation.products[product].received !== 'number') return []
    return UNIT_CODES.flatMap((unit): Condition[] => {
      const { given, received } = stockOf(facts, unit, product)
      if (given <= received) return []
      const missing = given - received
      const id = `stock-negative:${unit}:${product}`
      const values = { given, received, missing, product }
      return [{ id, rule: 'stock-negative', severity: 'medium', unit, facts: values, level: 0 }]
    })
  })
}

/** Everything that the data itself gives cause for. */
export const dataConditions = (facts: Facts, nation: NationState, moment: Moment): Condition[] => [
  ...aefiDeaths(facts, moment),
  ...aefiLotClusters(facts, moment),
  ...silentProvinces(facts, moment),
  ...negativeStocks(facts, nation),
]
