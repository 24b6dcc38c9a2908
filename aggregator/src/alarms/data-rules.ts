import {
  addDays,
  groupBy,
  type NationState,
  PRODUCTS,
  PROVINCE_CODES,
  UNIT_CODES,
  type UnitCode,
} from '@mcc/contract'
import type { AefiRecent } from '@mcc/warehouse'
import type { Facts, Moment } from '../live/facts.js'
import { silentDays } from '../state/silence.js'
import { movedOf } from '../state/stock.js'
import type { Condition } from './condition.js'

/** A death stays an alarm for this many days of data time after it was notified. */
const DEATH_DAYS = 7
const CLUSTER_DAYS = 14
const CLUSTER_CASES = 2

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

/** Each province that has fallen silent. */
const silentProvinces = (nation: NationState, { today }: Moment): Condition[] =>
  PROVINCE_CODES.flatMap((unit): Condition[] => {
    const lastDay = nation.units[unit].heardUntil
    if (lastDay === null) return []
    const facts = { lastDay, silentDays: silentDays(lastDay, today) }
    // a silence that goes on is the same silence
    return [
      { id: `province-silent:${unit}`, rule: 'province-silent', severity: 'medium', unit, facts, level: 0 },
    ]
  })

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
  ...silentProvinces(nation, moment),
  ...negativeStocks(facts, nation),
]
