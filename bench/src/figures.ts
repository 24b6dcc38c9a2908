import { availableParallelism, loadavg } from 'node:os'

/** The value below which the share `p` of the values lies; NaN of none. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? Number.NaN
}

/** p50, p95, p99 and the largest, rounded. */
export const spread = (ms: readonly number[]): Record<'p50' | 'p95' | 'p99' | 'max', number> => ({
  p50: round(percentile(ms, 0.5)),
  p95: round(percentile(ms, 0.95)),
  p99: round(percentile(ms, 0.99)),
  max: round(percentile(ms, 1)),
})

export const round = (x: number, digits = 1): number => Number(x.toFixed(digits))

/** What the figures were taken on, to be read beside them. */
export const surroundings = (): { cpus: number; loadAverage: number; node: string } => ({
  cpus: availableParallelism(),
  loadAverage: round(loadavg()[0] ?? 0, 2),
  node: process.version,
})

/** Where a benchmark says what it does; the result comes after it. */
export type Say = (what: string) => void
