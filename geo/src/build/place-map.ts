import type { ProvinceCode } from '@mcc/contract'
import { type LonLat, mercatorOf } from '../shapes/mercator.js'
import { centroidOf, signedArea } from '../shapes/ring.js'
import { PROVINCES } from '../tables/provinces.js'
import { type ControlPoint, type Fit, fitMercator, residualOf, toEarth } from './fit.js'
import { shareBorders } from './share-borders.js'
import { snapper, snapRing } from './snap.js'
import { type DrawnShape, readSvgMap } from './svg-map.js'
import type { Point } from './svg-path.js'

/** Vertices of the drawing closer than this (its units; 1 unit is about 2 km) are one place. */
const SNAP = 0.1
/** A vertex closer than this to a neighbour's border lies on it. */
const ON_BORDER = 0.4
/** A centre farther off than this (km) means that the two maps disagree about the border, not about the fit. */
const OUTLIER_KM = 2

/** A shape in longitude and Mercator latitude, degrees: the plane all building is done in. */
export interface PlacedShape {
  readonly code: ProvinceCode
  readonly archipelago: boolean
  readonly rings: Point[][]
}
export interface PlacedMap {
  readonly shapes: PlacedShape[]
  readonly residual: { median: number; max: number; within2km: number }
}

/** Centre of area of all rings together; for the parts of a province that the drawing cuts in two. */
function centreOf(rings: readonly Point[][]): Point {
  const largest = Math.max(...rings.map((r) => Math.abs(signedArea(r))))
  const main = rings.filter((r) => Math.abs(signedArea(r)) > largest / 4)
  const weight = main.reduce((s, r) => s + Math.abs(signedArea(r)), 0)
  const mean = (axis: 0 | 1) =>
    main.reduce((s, r) => s + centroidOf(r)[axis] * Math.abs(signedArea(r)), 0) / weight
  return [mean(0), mean(1)]
}

function controlPoints(shapes: readonly DrawnShape[]): ControlPoint[] {
  const known = new Map<string, LonLat>(PROVINCES.map((p) => [p.code, p]))
  return shapes.flatMap((shape) => {
    const at = known.get(shape.code)
    return shape.archipelago || !at ? [] : [{ drawn: centreOf(shape.rings), known: at }]
  })
}

// The drawing sets Hoàng Sa some 120 km too far east and 50 km too far south, and a tenth too large, to save width.
// Its westernmost and easternmost shapes are islets with known positions.
const TRI_TON: LonLat = { lon: 111.2, lat: 15.784 }
const LINH_CON: LonLat = { lon: 112.731, lat: 16.667 }

function fitHoangSa(shape: DrawnShape): Fit {
  const centres = shape.rings.map(centroidOf).sort((a, b) => a[0] - b[0])
  const [west, east] = [centres[0], centres.at(-1)]
  if (!west || !east) throw new Error('the drawing has no Hoàng Sa')
  return fitMercator([
    { drawn: west, known: TRI_TON },
    { drawn: east, known: LINH_CON },
  ])
}

/**
 * Reads the drawing, snaps it and places it on Earth. The fit is least squares on the centres of the provinces,
 * once with all and once without those that disagree; the residual is over all 63.
 */
export function placeMap(): PlacedMap {
  const drawn = readSvgMap()
  const points = controlPoints(drawn)
  const rough = fitMercator(points)
  const agreeing = points.filter((p) => residualOf(rough, [p]).max <= OUTLIER_KM)
  const fit = fitMercator(agreeing)
  const snap = snapper(SNAP)
  // Reefs are thinner than the snap, and have no neighbours.
  const snapped = drawn.map((shape) =>
    shape.archipelago ? shape.rings : shape.rings.map((ring) => snapRing(ring, snap)),
  )
  const shared = shareBorders(snapped, ON_BORDER)
  const shapes = drawn.map((shape, i) => {
    const own = shape.id === 'hoangsa' ? fitHoangSa(shape) : fit
    const place = (p: Point): Point => {
      const { lon, lat } = toEarth(own, p)
      return [lon, mercatorOf(lat)]
    }
    const rings = (shared[i] ?? []).filter((ring) => ring.length > 0).map((ring) => ring.map(place))
    return { code: shape.code, archipelago: shape.archipelago, rings }
  })
  const within2km = points.filter((p) => residualOf(fit, [p]).max <= OUTLIER_KM).length
  return { shapes, residual: { ...residualOf(fit, points), within2km } }
}
