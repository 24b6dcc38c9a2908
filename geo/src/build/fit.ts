import { kilometresBetween, latitudeOf, type LonLat, mercatorOf } from '../shapes/mercator.js'
import type { Point } from './svg-path.js'

/** A point of the drawing and where it lies on Earth. */
export interface ControlPoint {
  readonly drawn: Point
  readonly known: LonLat
}

/** From drawing to Earth: lon = a·x + b, Mercator latitude = c·y + d. */
export interface Fit {
  readonly lon: readonly [number, number]
  readonly mercator: readonly [number, number]
}

function line(pairs: readonly (readonly [number, number])[]): [number, number] {
  const n = pairs.length
  const mx = pairs.reduce((s, [x]) => s + x, 0) / n
  const my = pairs.reduce((s, [, y]) => s + y, 0) / n
  const slope =
    pairs.reduce((s, [x, y]) => s + (x - mx) * (y - my), 0) / pairs.reduce((s, [x]) => s + (x - mx) ** 2, 0)
  return [slope, my - slope * mx]
}

/** Least squares, each axis for itself: the drawing is a Mercator map, so nothing but scale and shift is free. */
export function fitMercator(points: readonly ControlPoint[]): Fit {
  return {
    lon: line(points.map((p) => [p.drawn[0], p.known.lon])),
    mercator: line(points.map((p) => [p.drawn[1], mercatorOf(p.known.lat)])),
  }
}

/** Longitude and latitude (degrees) of a point of the drawing. */
export const toEarth = (fit: Fit, [x, y]: Point): LonLat => ({
  lon: fit.lon[0] * x + fit.lon[1],
  lat: latitudeOf(fit.mercator[0] * y + fit.mercator[1]),
})

/** How far the fitted points lie from the known ones, in kilometres. */
export function residualOf(fit: Fit, points: readonly ControlPoint[]): { median: number; max: number } {
  const km = points.map((p) => kilometresBetween(toEarth(fit, p.drawn), p.known)).sort((a, b) => a - b)
  return { median: km[Math.floor(km.length / 2)] ?? NaN, max: km.at(-1) ?? NaN }
}
