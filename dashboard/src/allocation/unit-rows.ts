import { UNIT_CODES, type AllocationState, type Figure, type UnitCode } from '@mcc/contract'
import type { ALLOCATION_SORTS } from '../app/search.js'
import { numberOf } from '../figures/figure-view.js'
import type { Language } from '../i18n/language.js'
import { matches } from '../places/fold.js'
import { isOutsideProvinces, unitName } from '../places/unit-names.js'

export type AllocationSort = (typeof ALLOCATION_SORTS)[number]
type UnitSupply = AllocationState['units'][UnitCode]
export interface UnitRow extends UnitSupply {
  code: UnitCode
  name: string
}

const collator = new Intl.Collator('vi')
const valueOf = (row: UnitRow, key: AllocationSort): number | undefined =>
  key === 'unit' ? undefined : numberOf(row[key])

/**
 * All units whose name matches `typed`, sorted by `key`. Units that are not provinces stay last, and those without a
 * number stand below those with one, whichever way it is sorted.
 */
export function unitRows(
  units: AllocationState['units'],
  language: Language,
  typed: string,
  key: AllocationSort,
  descending: boolean,
): UnitRow[] {
  const sign = descending ? -1 : 1
  return UNIT_CODES.map((code) => ({ code, name: unitName(code, language), ...units[code] }))
    .filter(({ name }) => typed.trim() === '' || matches(name, typed))
    .toSorted((a, b) => {
      const outside = Number(isOutsideProvinces(a.code)) - Number(isOutsideProvinces(b.code))
      if (outside !== 0) return outside
      const byName = collator.compare(a.name, b.name)
      if (key === 'unit') return sign * byName
      const [x, y] = [valueOf(a, key), valueOf(b, key)]
      if (x === undefined || y === undefined)
        return Number(x === undefined) - Number(y === undefined) || byName
      return sign * (x - y) || byName
    })
}

/** Where the books contradict themselves: more used than came in, or more came in than was allocated. */
export interface Contradiction {
  kind: 'overGiven' | 'overReceived'
  more: number
  less: number
}

/** The contradictions of one product or unit; a figure without a number contradicts nothing. */
export function contradictions(of: { allocated: Figure; received: Figure; given: Figure }): Contradiction[] {
  const [allocated, received, given] = [numberOf(of.allocated), numberOf(of.received), numberOf(of.given)]
  const found: Contradiction[] = []
  if (given !== undefined && received !== undefined && given > received)
    found.push({ kind: 'overGiven', more: given, less: received })
  if (received !== undefined && allocated !== undefined && received > allocated)
    found.push({ kind: 'overReceived', more: received, less: allocated })
  return found
}
