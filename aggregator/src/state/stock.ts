import type { MovementCell } from '@mcc/warehouse'

/** What movements did to a stock, in doses. `other` is discards (−), adjustments (±) and returns out of it (−). */
export interface Moved {
  received: number
  other: number
}

type Effect = 'received' | 'other' | 'none'

/** The stock of a unit: what arrived; what it discarded, adjusted, and sent back to the national store. */
function onUnit(m: MovementCell): { effect: Effect; sign: 1 | -1 } {
  if (m.kind === 'arrive') return { effect: 'received', sign: 1 }
  if (m.kind === 'discard') return { effect: 'other', sign: -1 }
  if (m.kind === 'adjust') return { effect: 'other', sign: 1 }
  // from a facility back into the unit's store it stays in the unit
  if (m.kind === 'return' && m.toLevel !== 'unit' && m.toLevel !== 'facility')
    return { effect: 'other', sign: -1 }
  return { effect: 'none', sign: 1 }
}

/** The stock of the nation, all levels together: what came from abroad; moving inside changes nothing. */
function onNation(m: MovementCell): { effect: Effect; sign: 1 | -1 } {
  if (m.kind === 'receive') return { effect: 'received', sign: 1 }
  if (m.kind === 'discard') return { effect: 'other', sign: -1 }
  if (m.kind === 'adjust') return { effect: 'other', sign: 1 }
  if (m.kind === 'return' && m.toLevel === 'abroad') return { effect: 'other', sign: -1 }
  return { effect: 'none', sign: 1 }
}

/**
 * The one definition of received and left: `left = received − given + other`, where `given` is doses given to people.
 * A unit receives by `arrive`, the nation by `receive`.
 */
export function movedOf(cells: readonly MovementCell[], level: 'unit' | 'nation'): Moved {
  const rule = level === 'unit' ? onUnit : onNation
  const moved: Moved = { received: 0, other: 0 }
  for (const cell of cells) {
    const { effect, sign } = rule(cell)
    if (effect !== 'none') moved[effect] += sign * cell.doses
  }
  return moved
}
