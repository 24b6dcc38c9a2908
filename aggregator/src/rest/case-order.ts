import {
  AEFI_STAGES,
  type CaseSort,
  fallsAtFirst,
  OUTCOMES,
  PRODUCTS,
  productOf,
  UNIT_CODES,
} from '@mcc/contract'
import { PROVINCES } from '@mcc/geo'

const vietnamese = new Intl.Collator('vi')
const names = new Map<string, string>(PROVINCES.map((p) => [p.code, p.short]))
// what is no province has no name here and stands last
const unitsByName = [...UNIT_CODES].toSorted((a, b) => {
  const [x, y] = [names.get(a), names.get(b)]
  return x !== undefined && y !== undefined
    ? vietnamese.compare(x, y)
    : Number(x === undefined) - Number(y === undefined)
})

const FROM_THE_FIRST: Record<Exclude<CaseSort, 'notified'>, readonly string[]> = {
  serious: ['no', 'yes'],
  unit: unitsByName,
  product: PRODUCTS.map(({ id }) => id).toSorted((a, b) =>
    vietnamese.compare(productOf(a).short, productOf(b).short),
  ),
  stage: AEFI_STAGES,
  outcome: OUTCOMES,
}

/** What the warehouse is asked for a sort: the column, its values from the last to the first, and the way of time. */
export function caseOrder(sort: CaseSort, dir: 'asc' | 'desc' = fallsAtFirst(sort) ? 'desc' : 'asc') {
  if (sort === 'notified')
    return { by: '' as const, order: [], timeSign: dir === 'desc' ? (1 as const) : (-1 as const) }
  const values = FROM_THE_FIRST[sort]
  return { by: sort, order: dir === 'desc' ? [...values] : values.toReversed(), timeSign: 1 as const }
}
