const CLASSES = 7

/** Upper limits of all classes but the last, in round equal steps, so that the largest number is in the last one or below. */
export function doseLimits(most: number): number[] {
  const raw = Math.max(1, most / CLASSES)
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= raw) ?? 10 * power
  return Array.from({ length: CLASSES - 1 }, (_, i) => (i + 1) * step)
}

/** The unit in which round limits are short: doses, thousands or millions of them. */
export function unitOf(limits: readonly number[]): { of: number; name: 'doses' | 'thousand' | 'million' } {
  const step = limits[0] ?? 1
  if (step >= 1_000_000) return { of: 1_000_000, name: 'million' }
  return step >= 1_000 ? { of: 1_000, name: 'thousand' } : { of: 1, name: 'doses' }
}
