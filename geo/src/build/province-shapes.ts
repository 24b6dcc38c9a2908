import type { ProvinceCode } from '@mcc/contract'
import { difference, type Geom, intersection, union } from 'polyclip-ts'
import { mercatorOf } from '../shapes/mercator.js'
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

// The drawing counts Ia H'Drai, the south-west of Kon Tum, as part of Gia Lai. Inside this outline (longitude,
// latitude; its south-east follows the Sê San river) what it gives to Gia Lai is Kon Tum's.
const IA_H_DRAI: readonly Point[] = [
  [107, 14.6],
  [107, 13.88],
  [107.462, 13.925],
  [107.53, 14.02],
  [107.575, 14.05],
  [107.655, 14.1],
  [107.675, 14.2],
  [107.72, 14.24],
  [107.8, 14.3],
  [107.8, 14.6],
]
const KON_TUM = '62'
const GIA_LAI = '64'

function giveIaHDraiToKonTum(shapes: Map<ProvinceCode, MultiPolygon>): Map<ProvinceCode, MultiPolygon> {
  const outline: Geom = [closed(IA_H_DRAI.map(([x, y]): Point => [x, mercatorOf(y)]))]
  const [konTum, giaLai] = [shapes.get(KON_TUM), shapes.get(GIA_LAI)]
  if (!konTum || !giaLai) return shapes
  const moved = intersection(giaLai, outline)
  const large = (polygons: MultiPolygon) =>
    polygons.filter(([outer]) => Math.abs(signedArea(outer ?? [])) > SPECK)
  return new Map(shapes)
    .set(KON_TUM, large(withoutHoles(union(konTum, moved))))
    .set(GIA_LAI, large(withoutHoles(difference(giaLai, outline))))
}

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
  return giveIaHDraiToKonTum(result)
}
