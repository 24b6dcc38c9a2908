import { PROVINCE_CODES, type ProvinceCode, type UnitSummary } from '@mcc/contract'
import { numberOf } from '../figures/figure-view.js'

/** The `n` highest provinces, highest first, and the `n` lowest, lowest first; provinces without a number are in neither. */
export function extremes(
  units: Readonly<Record<string, UnitSummary>>,
  of: 'coverageOne' | 'coverageFull' | 'utilisation',
  n: number,
): { top: ProvinceCode[]; bottom: ProvinceCode[] } {
  const ranked = PROVINCE_CODES.flatMap((code) => {
    const value = numberOf(units[code]?.[of])
    return value === undefined ? [] : [{ code, value }]
  }).toSorted((a, b) => b.value - a.value || a.code.localeCompare(b.code))
  const codes = ranked.map((r) => r.code)
  return { top: codes.slice(0, n), bottom: codes.slice(Math.max(n, codes.length - n)).toReversed() }
}
