import type { ProvinceCode } from '@mcc/contract'
import { type Geom, union } from 'polyclip-ts'
import { signedArea } from '../shapes/ring.js'
import { isletRings } from './islets.js'
import type { PlacedShape } from './place-map.js'
import type { Point } from './svg-path.js'

/** Polygons of rings (outer first) in longitude and Mercator latitude, degrees. */
export type MultiPolygon = Point[][][]

/** Specks below this (square degrees; about 0.1 km²) are noise of the drawing, save in the archipelagos. */
const SPECK = 1e-5

/** No province has an enclave; holes are gaps where the drawing's parts do not quite meet. */
const withoutHoles = (polygons: readonly Point[][][]): MultiPolygon =>
  polygons.map((rings) => rings.slice(0, 1))

const closed = (ring: readonly Point[]): Point[] => [...ring, ...ring.slice(0, 1)]

/** Every province as one multipolygon: its parts joined, its islands and archipelago added. */
export function provinceShapes(shapes: readonly PlacedShape[]): Map<ProvinceCode, MultiPolygon> {
  const result = new Map<ProvinceCode, MultiPolygon>()
  for (const shape of shapes) {
    const rings = shape.archipelago
      ? shape.rings
      : [...shape.rings.filter((r) => Math.abs(signedArea(r)) > SPECK), ...isletRings(shape.code)]
    const [first, ...rest] = rings.map((ring): Geom => [closed(ring)])
    if (!first) throw new Error(`province ${shape.code} has no shape`)
    result.set(shape.code, [...(result.get(shape.code) ?? []), ...withoutHoles(union(first, ...rest))])
  }
  return result
}
