import { type ChangedNotice, type EventType, isUnitCode, UNIT_CODES, type UnitCode } from '@mcc/contract'

/** What must be read again: everything, or units (and days of doses and cases) by type of record. */
export type Touched =
  { all: true } | { all: false; types: ReadonlyMap<EventType, { units: Set<UnitCode>; days: Set<string> }> }

export const EVERYTHING: Touched = { all: true }
export const NOTHING: Touched = { all: false, types: new Map() }
export const isNothing = (t: Touched): boolean => !t.all && t.types.size === 0

/** Both together. */
export function merge(a: Touched, b: Touched): Touched {
  if (a.all || b.all) return EVERYTHING
  const types = new Map([...a.types].map(([k, v]) => [k, { units: new Set(v.units), days: new Set(v.days) }]))
  for (const [type, slice] of b.types) {
    const at = types.get(type) ?? { units: new Set<UnitCode>(), days: new Set<string>() }
    for (const u of slice.units) at.units.add(u)
    for (const d of slice.days) at.days.add(d)
    types.set(type, at)
  }
  return { all: false, types }
}

/** What a notice of the writer says; a unit that the contract does not know touches all units. */
export function touchedBy(notice: ChangedNotice): Touched {
  let sum: Touched = NOTHING
  for (const { type, units, days } of notice.touched) {
    const known = units.every(isUnitCode) ? units.filter(isUnitCode) : UNIT_CODES
    sum = merge(sum, { all: false, types: new Map([[type, { units: new Set(known), days: new Set(days) }]]) })
  }
  return sum
}
