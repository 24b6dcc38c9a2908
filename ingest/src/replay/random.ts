import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { uniformInt } from 'pure-rand/distribution/uniformInt'

/**
 * A 32-bit hash of four integers (murmur3 finaliser over mixed words): random access to "the random number of
 * record n", so that any day can be made without making the days before it. Unsigned.
 */
export function hash(seed: number, a: number, b: number, c: number): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b)
  h = mixIn(h, a)
  h = mixIn(h, b)
  h = mixIn(h, c)
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

function mixIn(h: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51)
  k = (k << 15) | (k >>> 17)
  h ^= Math.imul(k, 0x1b873593)
  h = (h << 13) | (h >>> 19)
  return (Math.imul(h, 5) + 0xe6546b64) | 0
}

/** `hash` as a fraction in [0, 1). */
export const fraction = (seed: number, a: number, b: number, c: number): number =>
  hash(seed, a, b, c) / 4_294_967_296

/** Names of independent streams of random numbers; mixed into the seed. */
export const SALT = {
  person: 101,
  facility: 102,
  late: 103,
  time: 104,
  fate: 105,
  correction: 106,
  aefi: 107,
  request: 108,
  session: 109,
  verification: 110,
  batch: 111,
  tally: 112,
  site: 113,
  lot: 114,
} as const

/** A sequential generator for things made once, such as facilities. */
export function sequence(seed: number, stream: number): { int: (min: number, max: number) => number } {
  const generator = xoroshiro128plus(hash(seed, stream, 0, 0) | 0)
  return { int: (min, max) => uniformInt(generator, min, max) }
}

/** Picks an index from cumulative weights (ascending, last = sum) by a fraction in [0, 1). */
export function pick(cumulative: ArrayLike<number>, at: number): number {
  const target = at * cumulative[cumulative.length - 1]!
  let low = 0
  let high = cumulative.length - 1
  while (low < high) {
    const mid = (low + high) >> 1
    if (cumulative[mid]! > target) high = mid
    else low = mid + 1
  }
  return low
}
