import { type AllocationState, type ProductId, PRODUCTS, UNIT_CODES } from '@mcc/contract'
import type { Facts } from '../live/facts.js'
import { holds, supplyOf } from './presence.js'
import type { NationState } from '@mcc/contract'

/** Topic `allocation`. Product and unit figures are those of the nation's state, so that they cannot differ. */
export function allocationState(facts: Facts, nation: NationState): AllocationState {
  const held = holds(facts)
  const cells = [...facts.allocated.values()].flat()
  const allocatedOf = (product: ProductId): number =>
    cells.reduce((sum, c) => (c.product === product ? sum + c.doses : sum), 0)
  return {
    products: Object.fromEntries(
      PRODUCTS.map(({ id }) => [
        id,
        { ...nation.products[id], allocated: supplyOf(held.allocations, allocatedOf(id)) },
      ]),
    ) as AllocationState['products'],
    units: Object.fromEntries(
      UNIT_CODES.map((u) => {
        const { allocated, received, doses, utilisation } = nation.units[u]
        return [u, { allocated, received, given: doses, utilisation }]
      }),
    ) as AllocationState['units'],
    decisions: facts.decisions,
  }
}
