const LANCZOS: readonly [number, ...number[]] = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]
const ENOUGH = 1e-14
const STEPS = 10_000

/** ln Γ(x) for x > 0 (Lanczos, g = 7), good to about 1e-13. */
function lnGamma(x: number): number {
  const z = x - 1
  const base = z + 7.5
  const sum = LANCZOS.slice(1).reduce((s, c, i) => s + c / (z + i + 1), LANCZOS[0])
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(base) - base + Math.log(sum)
}

/** P(a, x) by its series; converges fast for x < a + 1. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < STEPS && Math.abs(term) > Math.abs(sum) * ENOUGH; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum * Math.exp(a * Math.log(x) - x - lnGamma(a))
}

/** Q(a, x) by its continued fraction (modified Lentz); for x >= a + 1. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = Number.MAX_VALUE
  let d = 1 / b
  let h = d
  for (let n = 1; n < STEPS; n++) {
    const an = -n * (n - a)
    b += 2
    d = 1 / (an * d + b)
    c = b + an / c
    h *= d * c
    if (Math.abs(d * c - 1) < ENOUGH) break
  }
  return h * Math.exp(a * Math.log(x) - x - lnGamma(a))
}

/** Regularised lower incomplete gamma P(a, x), a > 0: the chance that a Poisson count of mean `x` is at least `a`. */
export function gammaP(a: number, x: number): number {
  if (x <= 0) return 0
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x)
}
