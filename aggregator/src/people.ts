import type { UnitCode } from '@mcc/contract'
import { DEFAULT_DENOMINATOR, populationOf } from '@mcc/geo'
import type { People } from './state/frame.js'

/** People of a unit by the default denominator; undefined for ministries and for a place not stated. */
export function peopleOfUnit(unit: UnitCode): People | undefined {
  const all = populationOf(unit, DEFAULT_DENOMINATOR)
  const adults = populationOf(unit, DEFAULT_DENOMINATOR, 'adults')
  return all === undefined || adults === undefined ? undefined : { all, adults }
}
