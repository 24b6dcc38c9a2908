import { gammaP } from './gamma.js'

/** Least x with P(a, x) >= p, by bisection. */
function gammaQuantile(p: number, a: number): number {
  let low = 0
  let high = Math.max(10, a * 2 + 20)
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2
    if (gammaP(a, middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * Exact two-sided 95 % limits of the mean behind a Poisson count (Garwood 1936): χ²(0.025, 2n)/2 and
 * χ²(0.975, 2n+2)/2. The lower one is 0 for a count of 0.
 */
export const poissonInterval = (count: number): [low: number, high: number] => [
  count === 0 ? 0 : gammaQuantile(0.025, count),
  gammaQuantile(0.975, count + 1),
]
