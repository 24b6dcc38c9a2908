import {
  addDays,
  CAMPAIGN_TARGET,
  type Figure,
  isNumber,
  type NationState,
  percent,
  PROVINCE_CODES,
  type UnitCode,
  type UnitSummary,
  unknown,
} from '@mcc/contract'
import type { Facts, Moment } from '../live/facts.js'
import { aefiTotals } from './aefi.js'
import { countDoses, sumDays } from './counts.js'
import { type Frame, scaled } from './frame.js'
import { outlook, pace7 } from './pace.js'
import { holds, NO_DATA, supplyOf } from './presence.js'
import { productSummaries } from './products.js'
import { sumReported } from './tally.js'
import { unitSummaries } from './units.js'

/** The nation's people are those of the 63 provinces; unknown as soon as one is. */
function nationPeople(units: Record<UnitCode, UnitSummary>, key: 'population' | 'population18'): Figure {
  const parts = PROVINCE_CODES.map((p) => units[p][key])
  return parts.every(isNumber) ? parts.reduce((a, b) => a + b, 0) : unknown('no-denominator')
}

/** Σ of the newest report of each unit that reported; the day is the newest of them. */
function nationReported(units: Record<UnitCode, UnitSummary>): NationState['reported'] {
  const all = Object.values(units)
  const days = all.map((u) => u.reportedDay).filter((d) => d !== null)
  const doses = sumReported(all.map((u) => u.reported))
  const received = sumReported(all.map((u) => u.reportedReceived ?? { no: 'not-reported' }))
  const day = days.toSorted().at(-1) ?? null
  return { doses, day, received, utilisation: percent(doses, received) }
}

const flat = <T>(perUnit: Map<UnitCode, T[]>): T[] => [...perUnit.values()].flat()

/** Topic `nation`, from what the roll-ups say. */
export function nationState(facts: Facts, frame: Frame, moment: Moment): NationState {
  const held = holds(facts)
  const count = (n: number): Figure => (held.doses ? n : NO_DATA)
  const units = unitSummaries(facts, held, frame, moment)
  const doses = flat(facts.doses)
  const counts = countDoses(doses)
  const days = sumDays(facts.days.values())
  const pace = count(pace7(days, moment.today))
  const population = nationPeople(units, 'population')
  const plan = { targetDoses: scaled(frame, CAMPAIGN_TARGET.doses), targetDay: CAMPAIGN_TARGET.day }
  return {
    today: moment.today,
    doses: count(counts.doses),
    dosesToday: count(days.get(moment.today) ?? 0),
    dosesYesterday: count(days.get(addDays(moment.today, -1)) ?? 0),
    atLeastOne: count(counts.atLeastOne),
    completed: count(counts.completed),
    additional: count(counts.additional),
    booster: count(counts.booster),
    population,
    population18: nationPeople(units, 'population18'),
    coverageOne: percent(count(counts.atLeastOne), population),
    coverageFull: percent(count(counts.completed), population),
    pace7: pace,
    ...plan,
    ...outlook(plan, count(counts.doses), pace, days, moment.today),
    days: Object.fromEntries(days),
    units,
    products: productSummaries({
      doses,
      movements: flat(facts.movements),
      level: 'nation',
      count,
      supply: (n) => supplyOf(held.movements, n),
    }),
    aefi: aefiTotals(facts, held, moment),
    reported: nationReported(units),
  }
}
