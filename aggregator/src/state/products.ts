import { type Figure, minus, type ProductId, type ProductSummary, PRODUCTS } from '@mcc/contract'
import type { DoseCell, MovementCell } from '@mcc/warehouse'
import { type Moved, movedOf } from './stock.js'

interface ProductInput {
  doses: readonly DoseCell[]
  movements: readonly MovementCell[]
  level: 'unit' | 'nation'
  /** How a count, and how a supply figure, is shown when it is absent. */
  count: (n: number) => Figure
  supply: (n: number) => Figure
}

const left = (given: Figure, received: Figure, moved: Moved): Figure => {
  const rest = minus(received, given)
  return typeof rest === 'number' ? rest + moved.other : rest
}

/** Given, received and left of each product, in doses. */
export function productSummaries(input: ProductInput): Record<ProductId, ProductSummary> {
  const entries = PRODUCTS.map(({ id }) => {
    const n = input.doses.reduce((sum, c) => (c.product === id ? sum + c.doses : sum), 0)
    const moved = movedOf(
      input.movements.filter((m) => m.product === id),
      input.level,
    )
    const given = input.count(n)
    const received = input.supply(moved.received)
    return [id, { given, received, left: left(given, received, moved) }] as const
  })
  return Object.fromEntries(entries) as Record<ProductId, ProductSummary>
}
