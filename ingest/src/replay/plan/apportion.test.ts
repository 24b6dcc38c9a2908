import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apportion, split } from './apportion.js'

const sum = (a: ArrayLike<number>) => Array.from(a).reduce((x, y) => x + y, 0)

describe('apportion', () => {
  it('gives out the whole total, never above a cap', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(100), fc.nat(500)), { minLength: 1, maxLength: 20 }),
        fc.array(fc.nat(800), { minLength: 1, maxLength: 10 }),
        (parts, days) => {
          const weights = parts.map((p) => p[0] + 1)
          const shares = weights.map((w) => w / sum(weights))
          const owed = new Float64Array(parts.length)
          const caps = parts.map((p) => p[1])
          for (const total of days) {
            const given = apportion(total, shares, owed, caps)
            expect(sum(given.parts) + given.left).toBe(total)
            given.parts.forEach((n, i) => expect(n >= 0 && n <= caps[i]!).toBe(true))
            if (given.left > 0) expect(sum(given.parts)).toBe(sum(caps))
          }
        },
      ),
      { seed: 7, numRuns: 200 },
    )
  })

  it('follows cumulative shares when nothing is capped', () => {
    const shares = [0.5, 0.3, 0.2]
    const owed = new Float64Array(3)
    const got = [0, 0, 0]
    for (let day = 1; day <= 50; day++) {
      apportion(3, shares, owed).parts.forEach((n, i) => (got[i]! += n))
      got.forEach((n, i) => expect(Math.abs(n - 3 * day * shares[i]!)).toBeLessThanOrEqual(1))
    }
  })
})

describe('split', () => {
  it('gives out the whole total and nothing to weight zero', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.array(fc.nat(50), { minLength: 1, maxLength: 12 }), (total, weights) => {
        const parts = split(total, weights)
        expect(sum(parts)).toBe(sum(weights) > 0 ? total : 0)
        parts.forEach((n, i) => expect(weights[i]! > 0 || n === 0).toBe(true))
      }),
      { seed: 7, numRuns: 200 },
    )
  })
})
