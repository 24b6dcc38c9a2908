import { enteredWithin, lagOf } from '../plan/late.js'
import { hash, SALT } from '../random.js'
import type { Group, World } from '../world/world.js'

/**
 * What becomes of a record after its entry: 2 % were entered wrongly and are corrected, 0.3 % were entered twice and
 * the second record is taken back, 3 % are checked by the commune in 2022, half of these signed.
 */
type Fate = 'corrected' | 'doubled' | 'checked' | 'signed' | undefined

const SPREAD = 617
const PER_MILLE = 1000
const CORRECTION_LAGS = [1, 1, 1, 2, 2, 3, 4, 5, 7, 10, 14, 21, 30]
/** Longest time from a dose to the last revision of its entry: late entry, then correction. */
export const LONGEST_FATE = 60

/** Steps that visit all residues, so that the doses of a small group do not share one fate. */
export function fateOf(group: Group, n: number): Fate {
  const r = (n * SPREAD + Math.floor(group.dither * 1e6)) % PER_MILLE
  if (r >= 53) return undefined
  return r < 20 ? 'corrected' : r < 23 ? 'doubled' : r < 38 ? 'signed' : 'checked'
}

/** Day index on which dose `n` is entered; the last day of the replay takes all that is still missing. */
const entryDay = (world: World, group: Group, n: number): number =>
  Math.min(group.day + lagOf(group.day, group.count, n, group.dither), world.to)

/** Day on which the wrong entry is corrected, or the double one taken back; may lie beyond the replay. */
export function mendDay(world: World, group: Group, n: number): number {
  const random = hash(world.seed + SALT.correction, group.day * 64 + group.unit, group.slot, n)
  return entryDay(world, group, n) + CORRECTION_LAGS[random % CORRECTION_LAGS.length]!
}

/** The doses of a group entered on day `on`: numbers `start` to `start + size − 1`. */
export function enteredOn(world: World, group: Group, on: number): { start: number; size: number } {
  const lag = on - group.day
  const start = enteredWithin(group.day, group.count, lag - 1, group.dither)
  const end = on >= world.to ? group.count : enteredWithin(group.day, group.count, lag, group.dither)
  return { start, size: end - start }
}
