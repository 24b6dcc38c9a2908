import { UNKNOWN_UNIT, type Figure, type ProvinceCode, type ProvinceState } from '@mcc/contract'
import { districtsOf } from '@mcc/geo'
import { numberOf } from '../figures/figure-view.js'

export interface DistrictRow {
  code: string
  /** Undefined where the facility names no district. */
  name: string | undefined
  doses: Figure
  today: Figure
  facilities: number
}

/**
 * All districts of a province, those with most doses first, and last the doses without a district. A district nobody gave
 * a dose in stands with 0, being known to have none, unless the province itself has no figure: then with its reason.
 */
export function districtRows(
  province: ProvinceCode,
  { districts: state, summary }: Pick<ProvinceState, 'districts' | 'summary'>,
): DistrictRow[] {
  const none = numberOf(summary.doses) === undefined ? summary.doses : 0
  const known = districtsOf(province)
  const names = new Map(known.map((d) => [d.code, d.name]))
  const codes = new Set([...known.map((d) => d.code), ...Object.keys(state)])
  return [...codes]
    .map((code) => ({
      code,
      name: names.get(code),
      ...(state[code] ?? { doses: none, today: none, facilities: 0 }),
    }))
    .filter(({ code, doses }) => code !== UNKNOWN_UNIT || doses !== 0)
    .toSorted(
      (a, b) =>
        Number(a.name === undefined) - Number(b.name === undefined) ||
        (numberOf(b.doses) ?? 0) - (numberOf(a.doses) ?? 0) ||
        a.code.localeCompare(b.code),
    )
}
