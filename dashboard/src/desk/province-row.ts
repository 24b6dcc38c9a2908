import { minus, UNIT_CODES, type Figure, type NationState, type UnitCode } from '@mcc/contract'
import type { SortKey } from '../app/search.js'
import { numberOf } from '../figures/figure-view.js'
import type { Language } from '../i18n/language.js'
import { matches } from '../places/fold.js'
import { isOutsideProvinces, unitName } from '../places/unit-names.js'

export const COLUMNS = [
  'doses',
  'today',
  'coverageOne',
  'coverageFull',
  'received',
  'utilisation',
  'pace7',
  'aefi',
  'gap',
] as const satisfies readonly SortKey[]
export type Column = (typeof COLUMNS)[number]
export const PERCENT_COLUMNS: ReadonlySet<Column> = new Set(['coverageOne', 'coverageFull', 'utilisation'])

/** One line of the provinces table. */
export interface ProvinceRow {
  code: UnitCode
  name: string
  figures: Record<Column, Figure>
}

/** All 65 units in the order of their codes; `gap` is bulletin minus entered. */
export function rowsOf(nation: NationState, language: Language): ProvinceRow[] {
  return UNIT_CODES.map((code) => {
    const unit = nation.units[code]
    const { doses, today, coverageOne, coverageFull, received, utilisation, pace7, aefi, reported } = unit
    const gap = minus(reported, doses)
    return {
      code,
      name: unitName(code, language),
      figures: { doses, today, coverageOne, coverageFull, received, utilisation, pace7, aefi, gap },
    }
  })
}

const collator = new Intl.Collator('vi')

/**
 * Rows whose name matches `typed`, sorted by `key`. Ministries and "not stated" stay below the provinces, and rows
 * without a number below those with one, whichever way it is sorted.
 */
export function arrange(
  rows: readonly ProvinceRow[],
  typed: string,
  key: SortKey,
  descending: boolean,
): ProvinceRow[] {
  const sign = descending ? -1 : 1
  const found = typed.trim() === '' ? rows : rows.filter((row) => matches(row.name, typed))
  return found.toSorted((a, b) => {
    const outside = Number(isOutsideProvinces(a.code)) - Number(isOutsideProvinces(b.code))
    if (outside !== 0) return outside
    const byName = collator.compare(a.name, b.name)
    if (key === 'unit') return sign * byName
    const [x, y] = [numberOf(a.figures[key]), numberOf(b.figures[key])]
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined) || byName
    return sign * (x - y) || byName
  })
}
