import type { FACILITY_SORTS, ProvinceSearch } from '../app/search.js'
import { matches } from '../places/fold.js'
import type { Facility } from '../rest/facilities.js'

export type FacilitySort = (typeof FACILITY_SORTS)[number]
export type FacilityRow = Facility & { place: string }

/** `q` is part of a name or district, marks or not. */
export type FacilityFilter = Pick<ProvinceSearch, 'q' | 'kind' | 'state'>

/** Facilities that match; among equals by name from A. */
export function facilityRows(
  all: readonly FacilityRow[],
  { q = '', kind, state }: FacilityFilter,
  sort: FacilitySort,
  descending: boolean,
): FacilityRow[] {
  const sign = descending ? -1 : 1
  const byName = (a: FacilityRow, b: FacilityRow) =>
    a.name.localeCompare(b.name, 'vi', { numeric: true }) || a.id.localeCompare(b.id)
  return all
    .filter(
      (row) =>
        (q.trim() === '' || matches(row.name, q) || matches(row.place, q)) &&
        (kind === undefined || row.kind === kind) &&
        (state === undefined || row.open === (state === 'open')),
    )
    .toSorted((a, b) => (sort === 'name' ? sign * byName(a, b) : sign * (a[sort] - b[sort]) || byName(a, b)))
}
