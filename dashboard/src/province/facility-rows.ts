import { matches } from '../places/fold.js'
import type { Facility } from '../rest/facilities.js'

export const FACILITY_SORTS = ['name', 'doses', 'today'] as const
export type FacilitySort = (typeof FACILITY_SORTS)[number]
export type FacilityRow = Facility & { place: string }

/** Facilities whose name or district is typed, marks or not; names from A, numbers from the largest. */
export function facilityRows(all: readonly FacilityRow[], typed: string, sort: FacilitySort): FacilityRow[] {
  const byName = (a: FacilityRow, b: FacilityRow) =>
    a.name.localeCompare(b.name, 'vi', { numeric: true }) || a.id.localeCompare(b.id)
  return all
    .filter((row) => typed.trim() === '' || matches(row.name, typed) || matches(row.place, typed))
    .toSorted((a, b) => (sort === 'name' ? 0 : b[sort] - a[sort]) || byName(a, b))
}
