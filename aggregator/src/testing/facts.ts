import type { UnitCode } from '@mcc/contract'
import type { AefiRecent, DoseCell, MovementCell } from '@mcc/warehouse'
import { emptyFacts, type Facts } from '../live/facts.js'

export const cell = (unit: UnitCode, doses: number, more: Partial<DoseCell> = {}): DoseCell => ({
  unit,
  product: 'pfizer',
  doseNo: 1,
  series: 'primary',
  doses,
  ...more,
})

export const moved = (
  unit: UnitCode,
  kind: string,
  doses: number,
  more: Partial<MovementCell> = {},
): MovementCell => ({
  unit,
  product: 'pfizer',
  kind,
  fromLevel: 'national',
  toLevel: 'unit',
  doses,
  ...more,
})

export const serious = (unit: UnitCode, day: string, more: Partial<AefiRecent> = {}): AefiRecent => ({
  unit,
  product: 'pfizer',
  lot: 'L1',
  day,
  died: false,
  cases: 1,
  ...more,
})

interface Given {
  doses?: DoseCell[]
  movements?: MovementCell[]
  recent?: AefiRecent[]
  days?: Partial<Record<UnitCode, Record<string, number>>>
}

/** Facts with these cells, and nothing else. */
export function factsOf({ doses = [], movements = [], recent = [], days = {} }: Given): Facts {
  const facts = emptyFacts()
  const into = <T extends { unit: string }>(map: Map<UnitCode, T[]>, cells: T[]): void => {
    for (const c of cells) map.set(c.unit as UnitCode, [...(map.get(c.unit as UnitCode) ?? []), c])
  }
  into(facts.doses, doses)
  into(facts.movements, movements)
  into(facts.aefiRecent, recent)
  for (const [unit, of] of Object.entries(days)) facts.days.set(unit as UnitCode, new Map(Object.entries(of)))
  return facts
}
