import { isNumber, type Figure } from '@mcc/contract'
import { poissonInterval } from './poisson-interval.js'

/** Below these a rate says more about chance than about a product, and is not written. */
export const RATE_CASES = 20
export const RATE_DOSES = 10_000
const PER = 100_000

/** A rate per 100,000 doses with its exact 95 % limits; `few` when the counts do not carry one. */
type AefiRate = { rate: number; low: number; high: number } | 'few' | undefined

/** Rate of `cases` among `doses`; undefined when either is not a number. */
export function aefiRate(cases: Figure, doses: Figure): AefiRate {
  if (!isNumber(cases) || !isNumber(doses)) return undefined
  if (cases < RATE_CASES || doses < RATE_DOSES) return 'few'
  const [low, high] = poissonInterval(cases)
  const per = (n: number) => (n / doses) * PER
  return { rate: per(cases), low: per(low), high: per(high) }
}
