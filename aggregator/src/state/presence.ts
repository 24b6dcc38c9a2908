import { type Figure, type UnitCode, UNKNOWN_UNIT, unknown } from '@mcc/contract'
import type { Facts } from '../live/facts.js'

/** No record of the kind anywhere in the store: nothing is known, so nothing is 0. */
export const NO_DATA = unknown('no-data')
const NOT_REPORTED = { no: 'not-reported' } as const

const filled = <T>(perUnit: Map<UnitCode, T[]>): boolean => {
  for (const cells of perUnit.values()) if (cells.length > 0) return true
  return false
}
const has = <T>(perUnit: Map<UnitCode, T[]>, unit: UnitCode): boolean => (perUnit.get(unit)?.length ?? 0) > 0

/** Which kinds of record the store holds at all. */
export const holds = (facts: Facts) => ({
  doses: filled(facts.doses),
  movements: filled(facts.movements),
  allocations: filled(facts.allocated),
  aefi: filled(facts.aefi),
})
export type Holds = ReturnType<typeof holds>

/**
 * When is a missing count 0? A store without any dose knows nothing: `no-data`. Once it has doses, a unit that has
 * given doses, or has been supplied, or is the remainder "not stated", counts 0 where it has no cell;
 * a unit of which there is neither is `not-reported`.
 */
export function countOf(facts: Facts, held: Holds, unit: UnitCode, n: number): Figure {
  if (!held.doses) return NO_DATA
  const spoke = has(facts.doses, unit) || has(facts.movements, unit) || unit === UNKNOWN_UNIT
  return spoke ? n : NOT_REPORTED
}

/** Supply is known from central records, so an absent unit has 0 as soon as the store holds any of them. */
export const supplyOf = (held: boolean, n: number): Figure => (held ? n : NO_DATA)

/** Cases: 0 wherever doses are counted; a unit that reports neither doses nor cases is not reported. */
export function casesOf(facts: Facts, held: Holds, unit: UnitCode, n: number): Figure {
  if (has(facts.aefi, unit)) return n
  return held.doses || !held.aefi ? countOf(facts, held, unit, n) : NOT_REPORTED
}
