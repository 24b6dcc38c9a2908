import { type Ring, signedArea } from '../shapes/ring.js'
import { ImportError } from './import-error.js'

const WEST = 100
const EAST = 120
const SOUTH = 5
const NORTH = 25

function normalRing(ring: Ring, outer: boolean): number[][] {
  const points = ring.map(([x = NaN, y = NaN]) => [x, y])
  const [first, last] = [points[0], points.at(-1)]
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) points.push([...first])
  return signedArea(points) > 0 === outer ? points : points.reverse()
}

/**
 * Polygons as RFC 7946 asks: closed rings, outer ones counter-clockwise, holes clockwise, no height. Throws an
 * ImportError when a vertex is not in degrees around Viet Nam (a projected system such as VN-2000, or swapped axes).
 */
export function normalise(code: string, polygons: readonly (readonly Ring[])[]): number[][][][] {
  for (const [x = NaN, y = NaN] of polygons.flat(2)) {
    if (!(x > WEST && x < EAST && y > SOUTH && y < NORTH)) {
      throw ImportError.of(
        `unit ${code} has a vertex at ${x}, ${y}: not longitude, latitude in WGS 84 degrees around Viet Nam. ` +
          'Convert the file first (a file in VN-2000 has metres)',
      )
    }
  }
  return polygons.map((rings) => rings.map((ring, i) => normalRing(ring, i === 0)))
}
