import type { ProvinceCode } from '@mcc/contract'
import { difference, type Geom, intersection, union } from 'polyclip-ts'
import { mercatorOf } from '../shapes/mercator.js'
import { boxOf, signedArea } from '../shapes/ring.js'
import { isletRings } from './islets.js'
import type { PlacedShape } from './place-map.js'
import type { Point } from './svg-path.js'

/** Polygons of rings (outer first) in longitude and Mercator latitude, degrees. */
export type MultiPolygon = Point[][][]

/** Specks below this (square degrees; about 0.1 km²) are noise of the drawing; in the archipelagos islets count. */
const SPECK = 1e-5
const SPECK_AMONG_ISLETS = 1e-6

/** Thinner than this (degrees; about 200 m) nothing survives the rounding of coordinates. */
const THIN = 0.002

function isLand(ring: readonly Point[], speck: number): boolean {
  const [w, s, e, n] = boxOf(ring)
  return Math.abs(signedArea(ring)) > speck && e - w > THIN && n - s > THIN
}

/** No province has an enclave; holes are gaps where the drawing's parts do not quite meet. Specks go too. */
const cleaned = (polygons: readonly Point[][][], speck: number): MultiPolygon =>
  polygons.map((rings) => rings.slice(0, 1)).filter(([outer]) => isLand(outer ?? [], speck))

const isletsOf = (shape: PlacedShape): Point[][] => (shape.archipelago ? [] : isletRings(shape.code))
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
  return new Map(shapes)
    .set(KON_TUM, cleaned(union(konTum, moved), SPECK))
    .set(GIA_LAI, cleaned(difference(giaLai, outline), SPECK))
}

/** Every province as one multipolygon: its parts joined, its islands and archipelago added. */
export function provinceShapes(shapes: readonly PlacedShape[]): Map<ProvinceCode, MultiPolygon> {
  const result = new Map<ProvinceCode, MultiPolygon>()
  for (const shape of shapes) {
    const [first, ...rest] = [...shape.rings, ...isletsOf(shape)].map((ring): Geom => [closed(ring)])
    if (!first) throw new Error(`province ${shape.code} has no shape`)
    const speck = shape.archipelago ? SPECK_AMONG_ISLETS : SPECK
    result.set(shape.code, [...(result.get(shape.code) ?? []), ...cleaned(union(first, ...rest), speck)])
  }
  return giveIaHDraiToKonTum(result)
}
