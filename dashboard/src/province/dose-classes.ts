const CLASSES = 7

/** Upper limits of all classes but the last, in round equal steps, so that the largest number is in the last one or below. */
export function doseLimits(most: number): number[] {
  const raw = Math.max(1, most / CLASSES)
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= raw) ?? 10 * power
  return Array.from({ length: CLASSES - 1 }, (_, i) => (i + 1) * step)
}
