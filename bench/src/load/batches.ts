import type { Outgoing } from '@mcc/ingest'
import { doseLine } from './doses.js'

export interface DoseBatch extends Outgoing<number> {
  /** Records that are new; the rest corrects older ones. */
  fresh: number
}

/** A small generator of numbers, the same in every run (Park–Miller). */
function randomOf(seed: number): (below: number) => number {
  let x = seed
  return (below) => {
    x = (x * 48_271) % 2_147_483_647
    return x % below
  }
}

/**
 * Batches of `size` doses, numbered from `held` on; the share `corrections` of each corrects random earlier doses, those
 * that were filled in included. Without `count` they do not end.
 */
export function* doseBatches(
  held: number,
  size: number,
  corrections: number,
  count = Infinity,
): Generator<DoseBatch> {
  const random = randomOf(42)
  let next = held
  for (let b = 0; b < count; b++) {
    const corrected = next === 0 ? 0 : Math.round(size * corrections)
    const lines: string[] = []
    const seen = new Set<number>()
    while (seen.size < Math.min(corrected, next)) seen.add(random(next))
    // a revision that rises with the batch is newer than any before it
    for (const n of seen) lines.push(doseLine(n, b + 2, `C-${b}`))
    const fresh = size - lines.length
    for (let i = 0; i < fresh; i++) lines.push(doseLine(next++, 1, `L-${next % 200}`))
    yield { body: lines.join('\n'), lines: size, fresh, position: b }
  }
}
