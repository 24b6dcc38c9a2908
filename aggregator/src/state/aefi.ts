import {
  type AefiState,
  type Figure,
  isNumber,
  type NationState,
  percent,
  type ProductId,
  PRODUCTS,
} from '@mcc/contract'
import type { Facts, Moment } from '../live/facts.js'
import { holds, type Holds, NO_DATA } from './presence.js'

const known = (held: Holds, n: number): Figure => (held.doses || held.aefi ? n : NO_DATA)

function casesByDay(facts: Facts): Record<string, { cases: number; serious: number }> {
  const sum = new Map<string, { cases: number; serious: number }>()
  for (const days of facts.aefiDays.values()) {
    for (const [day, n] of days) {
      const at = sum.get(day) ?? { cases: 0, serious: 0 }
      sum.set(day, { cases: at.cases + n.cases, serious: at.serious + n.serious })
    }
  }
  return Object.fromEntries([...sum].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Cases of the nation in four numbers; `today` counts those the health system heard of today. */
export function aefiTotals(facts: Facts, held: Holds, moment: Moment): NationState['aefi'] {
  const n = { cases: 0, serious: 0, deaths: 0 }
  for (const c of [...facts.aefi.values()].flat()) {
    n.cases += c.cases
    if (c.serious) n.serious += c.cases
    if (c.died) n.deaths += c.cases
  }
  const today = casesByDay(facts)[moment.today]?.cases ?? 0
  return {
    cases: known(held, n.cases),
    serious: known(held, n.serious),
    deaths: known(held, n.deaths),
    today: known(held, today),
  }
}

/** Cases per 100,000 doses. */
const per100k = (cases: Figure, doses: Figure): Figure => {
  const share = percent(cases, doses)
  return isNumber(share) ? share * 1_000 : share
}

function productRow(facts: Facts, held: Holds, product: ProductId): AefiState['products'][ProductId] {
  const cells = [...facts.aefi.values()].flat().filter((c) => c.product === product)
  const given = [...facts.doses.values()].flat().filter((c) => c.product === product)
  const cases = known(
    held,
    cells.reduce((sum, c) => sum + c.cases, 0),
  )
  const serious = known(
    held,
    cells.reduce((sum, c) => (c.serious ? sum + c.cases : sum), 0),
  )
  const doses = held.doses ? given.reduce((sum, c) => sum + c.doses, 0) : NO_DATA
  return {
    cases,
    serious,
    doses,
    ratePer100k: per100k(cases, doses),
    seriousPer100k: per100k(serious, doses),
  }
}

/** Topic `aefi`: aggregates of the nation, no persons. */
export function aefiState(facts: Facts, moment: Moment): AefiState {
  const held = holds(facts)
  const stages = new Map<string, number>()
  for (const c of [...facts.aefi.values()].flat()) stages.set(c.stage, (stages.get(c.stage) ?? 0) + c.cases)
  return {
    ...aefiTotals(facts, held, moment),
    products: Object.fromEntries(
      PRODUCTS.map(({ id }) => [id, productRow(facts, held, id)]),
    ) as AefiState['products'],
    days: casesByDay(facts),
    stages: Object.fromEntries([...stages].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }
}
