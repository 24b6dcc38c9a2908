import {
  addDays,
  type Figure,
  isProvinceCode,
  percent,
  UNIT_CODES,
  type UnitCode,
  type UnitSummary,
  unknown,
} from '@mcc/contract'
import type { Facts, Moment } from '../live/facts.js'
import { countDoses } from './counts.js'
import { type Frame, scaled } from './frame.js'
import { pace7 } from './pace.js'
import { casesOf, countOf, type Holds, supplyOf } from './presence.js'
import { heardUntil } from './silence.js'
import { movedOf } from './stock.js'
import { reportedDoses, reportedReceived } from './tally.js'

const NO_DAYS: ReadonlyMap<string, number> = new Map()

/** Population and 18+ at the scale of the store; unknown where there is no denominator. */
function peopleOf(frame: Frame, unit: UnitCode): { population: Figure; population18: Figure } {
  const people = frame.people(unit)
  const none = unknown('no-denominator')
  return {
    population: people ? scaled(frame, people.all) : none,
    population18: people ? scaled(frame, people.adults) : none,
  }
}

/** One unit in short. */
function unitSummary(facts: Facts, held: Holds, frame: Frame, moment: Moment, unit: UnitCode): UnitSummary {
  const count = (n: number): Figure => countOf(facts, held, unit, n)
  const counts = countDoses(facts.doses.get(unit) ?? [])
  const days = facts.days.get(unit) ?? NO_DAYS
  const cases = facts.aefi.get(unit) ?? []
  const people = peopleOf(frame, unit)
  const received = supplyOf(held.movements, movedOf(facts.movements.get(unit) ?? [], 'unit').received)
  const allocated = (facts.allocated.get(unit) ?? []).reduce((sum, c) => sum + c.doses, 0)
  const tally = facts.tallies.get(unit)
  const total = (serious: boolean): number =>
    cases.reduce((sum, c) => (!serious || c.serious ? sum + c.cases : sum), 0)
  return {
    doses: count(counts.doses),
    today: count(days.get(moment.today) ?? 0),
    yesterday: count(days.get(addDays(moment.today, -1)) ?? 0),
    atLeastOne: count(counts.atLeastOne),
    completed: count(counts.completed),
    ...people,
    coverageOne: percent(count(counts.atLeastOne), people.population),
    coverageFull: percent(count(counts.completed), people.population),
    allocated: supplyOf(held.allocations, allocated),
    received,
    utilisation: percent(count(counts.doses), received),
    pace7: count(pace7(days, moment.today)),
    heardUntil: isProvinceCode(unit) ? heardUntil(days, moment.today) : null,
    aefi: casesOf(facts, held, unit, total(false)),
    aefiSerious: casesOf(facts, held, unit, total(true)),
    reported: reportedDoses(tally),
    reportedDay: tally?.day ?? null,
    reportedReceived: reportedReceived(tally),
    reportedUtilisation: percent(reportedDoses(tally), reportedReceived(tally)),
  }
}

/** All 65 units in short, by code. */
export const unitSummaries = (
  facts: Facts,
  held: Holds,
  frame: Frame,
  moment: Moment,
): Record<UnitCode, UnitSummary> =>
  Object.fromEntries(UNIT_CODES.map((u) => [u, unitSummary(facts, held, frame, moment, u)])) as Record<
    UnitCode,
    UnitSummary
  >
