import { isNumber, minus, type Figure, type NationState, PRODUCTS } from '@mcc/contract'

/** Nothing was ever received: the screens say so instead of showing zeros or unknowns. */
export const hasNoRecords = (nation: NationState): boolean =>
  (!isNumber(nation.doses) || nation.doses === 0) &&
  Object.keys(nation.days).length === 0 &&
  !isNumber(nation.reported.doses) &&
  Object.values(nation.products).every((p) => !isNumber(p.received) || p.received === 0)

/** Sum over products; the first missing side decides. */
export function totalOfProducts(nation: NationState, part: 'given' | 'received' | 'left'): Figure {
  return PRODUCTS.reduce<Figure>((sum, product) => {
    const figure = nation.products[product.id][part]
    if (!isNumber(sum)) return sum
    return isNumber(figure) ? sum + figure : figure
  }, 0)
}

/** Bulletin minus entered: above 0, records are still owed. */
export const reportedGap = (of: { doses: Figure; reported: Figure }): Figure => minus(of.reported, of.doses)
