/** A ring of [x, y] pairs; the first point may or may not be repeated at the end. */
export type Ring = readonly (readonly number[])[]

const sides = function* (ring: Ring): Generator<[number, number, number, number]> {
  for (let i = 0; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i] ?? []
    const [x2 = 0, y2 = 0] = ring[(i + 1) % ring.length] ?? []
    yield [x1, y1, x2, y2]
  }
}

/** Signed area in the units of the plane, positive when the ring runs counter-clockwise (y up). */
export function signedArea(ring: Ring): number {
  let sum = 0
  for (const [x1, y1, x2, y2] of sides(ring)) sum += x1 * y2 - x2 * y1
  return sum / 2
}

/** Centre of area in the plane; the ring must not be flat. */
export function centroidOf(ring: Ring): [number, number] {
  const [ox = 0, oy = 0] = ring[0] ?? []
  let area = 0
  let cx = 0
  let cy = 0
  for (const [ax, ay, bx, by] of sides(ring)) {
    const cross = (ax - ox) * (by - oy) - (bx - ox) * (ay - oy)
    area += cross
    cx += (ax + bx - 2 * ox) * cross
    cy += (ay + by - 2 * oy) * cross
  }
  return [ox + cx / (3 * area), oy + cy / (3 * area)]
}

/** Whether the point lies inside the ring (even–odd rule; a point on the border may fall on either side). */
export function ringContains(ring: Ring, x: number, y: number): boolean {
  let inside = false
  let [x1 = 0, y1 = 0] = ring.at(-1) ?? []
  for (const [x2 = 0, y2 = 0] of ring) {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    x1 = x2
    y1 = y2
  }
  return inside
}

/** West, south, east, north. */
export type Box = [number, number, number, number]

/** The smallest box around the points. */
export function boxOf(points: Ring): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x = 0, y = 0] of points) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}
