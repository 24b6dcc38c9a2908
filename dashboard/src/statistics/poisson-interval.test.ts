import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gammaP } from './gamma.js'
import { poissonInterval } from './poisson-interval.js'

/** χ² tables, halved: the exact limits printed in epidemiology texts (e.g. Breslow and Day 1987, table 2.10). */
it.each([
  [0, 0, 3.689],
  [1, 0.0253, 5.572],
  [5, 1.623, 11.668],
  [10, 4.795, 18.39],
  [20, 12.217, 30.888],
  [100, 81.364, 121.627],
])('gives for %i cases the limits %f and %f', (n, low, high) => {
  const [a, b] = poissonInterval(n)
  expect(a).toBeCloseTo(low, 2)
  expect(b).toBeCloseTo(high, 2)
})
it('holds 2.5 % in each tail, for large counts too', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200_000 }), (n) => {
      const [low, high] = poissonInterval(n)
      expect(low).toBeLessThan(n)
      expect(high).toBeGreaterThan(n)
      expect(gammaP(n, low)).toBeCloseTo(0.025, 8)
      expect(1 - gammaP(n + 1, high)).toBeCloseTo(0.025, 8)
    }),
    { numRuns: 40 },
  )
})
