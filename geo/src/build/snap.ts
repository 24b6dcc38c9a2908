import type { Point } from './svg-path.js'

/**
 * Gives vertices that mean the same place the same coordinates: each vertex moves onto the first one met within
 * `tolerance` (units of the drawing). Neighbours were traced one by one, and only equal vertices become a shared border.
 */
export function snapper(tolerance: number): (p: Point) => Point {
  const cells = new Map<string, Point[]>()
  const key = (i: number, j: number) => `${i},${j}`
  return (p) => {
    const i = Math.floor(p[0] / tolerance)
    const j = Math.floor(p[1] / tolerance)
    for (let di = -1; di <= 1; di++) {
      for (let dj = -1; dj <= 1; dj++) {
        const near = cells
          .get(key(i + di, j + dj))
          ?.find((q) => Math.hypot(q[0] - p[0], q[1] - p[1]) <= tolerance)
        if (near) return near
      }
    }
    const cell = cells.get(key(i, j))
    if (cell) cell.push(p)
    else cells.set(key(i, j), [p])
    return p
  }
}

/** The ring with its vertices snapped and repeats removed; empty when nothing of it is left. */
export function snapRing(ring: readonly Point[], snap: (p: Point) => Point): Point[] {
  const snapped = ring.map(snap)
  const kept = snapped.filter((p, i) => p !== snapped[(i + snapped.length - 1) % snapped.length])
  return kept.length >= 3 ? kept : []
}
