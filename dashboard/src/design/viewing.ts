/**
 * Letter sizes of a wall. Letters need a visual angle, not a pixel count: 16 arc-minutes is the smallest that may
 * appear, 22 for reading, 40 for headlines (NUREG-0700 rev. 3; ISO 9241-303). Capitals of Inter are 0.70 em high.
 */
export interface Viewing {
  /** Diagonal of a 16:9 screen, inches. */
  screen: number
  /** Distance of the farthest reader, metres. */
  distance: number
}
export const DEFAULT_VIEWING: Viewing = { screen: 65, distance: 5 }

const CAP_HEIGHT = 0.7
const MM_PER_INCH = 25.4

const heightMm = (diagonalInches: number): number => (diagonalInches * MM_PER_INCH * 9) / Math.hypot(16, 9)

/** Font size in `vh` at which capitals subtend `arcMinutes`. */
export function fontVh(arcMinutes: number, { screen, distance }: Viewing): number {
  const capMm = 2 * distance * 1000 * Math.tan((arcMinutes / 60) * (Math.PI / 180) * 0.5)
  return (capMm / CAP_HEIGHT / heightMm(screen)) * 100
}

/**
 * The wall's type scale in `vh`; the compositions hold between the two bounds. The lower is more than a large or near
 * screen needs, so that its scenes are not half empty; the upper is 55″ at 5 m.
 */
export function wallScale(viewing: Viewing): { label: number; body: number; headline: number } {
  const label = Math.min(4.9, Math.max(3.4, fontVh(16, viewing)))
  return { label, body: (label * 22) / 16, headline: (label * 40) / 16 }
}
