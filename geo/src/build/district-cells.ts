import type { ProvinceCode } from '@mcc/contract'
import { Delaunay } from 'd3-delaunay'
import { type Geom, intersection } from 'polyclip-ts'
import { archipelagoOf } from '../shapes/frame.js'
import { latitudeOf, mercatorOf } from '../shapes/mercator.js'
import { boxOf, centroidOf, ringContains } from '../shapes/ring.js'
import { ARCHIPELAGOS } from '../tables/archipelagos.js'
import type { MultiPolygon } from './province-shapes.js'
import type { Point } from './svg-path.js'

/** A district's point in longitude and Mercator latitude, degrees. */
interface Site {
  readonly code: string
  readonly at: Point
}
type Part = MultiPolygon[number]

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1])
const outerOf = (part: Part): Point[] => part[0] ?? []
const awayFrom = (part: Part, at: Point): number =>
  ringContains(outerOf(part), at[0], at[1]) ? 0 : Math.min(...outerOf(part).map((p) => distance(p, at)))

function nearest<T>(items: readonly T[], cost: (item: T) => number): T {
  const [first, ...rest] = items
  if (first === undefined) throw new Error('nothing to choose from')
  return rest.reduce((best, item) => (cost(item) < cost(best) ? item : best), first)
}

/** Divides one part among the sites on it: the Voronoi cell of each, clipped to the part. */
function divide(part: Part, sites: readonly Site[]): { code: string; polygons: MultiPolygon }[] {
  const [only] = sites
  if (sites.length === 1 && only) return [{ code: only.code, polygons: [part] }]
  const [w, s, e, n] = boxOf([...outerOf(part), ...sites.map((site) => site.at)])
  const voronoi = Delaunay.from(sites.map((site) => site.at)).voronoi([w - 1, s - 1, e + 1, n + 1])
  return sites.map(({ code }, i) => {
    const cell: Geom = [voronoi.cellPolygon(i).map(([x, y]): Point => [x, y])]
    return { code, polygons: intersection(part, cell) }
  })
}

/** Archipelagos go whole to their district; other islands without a district's point to the nearest one. */
function ownerOfEmpty(part: Part, sites: readonly Site[]): string {
  const group = archipelagoOf(outerOf(part).map(([x, y]) => [x, latitudeOf(y)]))
  return group?.district ?? nearest(sites, (site) => distance(site.at, centroidOf(outerOf(part)))).code
}

/**
 * Schematic cells of a province's districts: each part of the province (mainland or island) is divided among the
 * districts whose point lies on it, or is nearest to it. Together they are the province again.
 */
export function districtCells(
  province: MultiPolygon,
  districts: readonly { code: string; province: ProvinceCode; lat: number; lon: number }[],
): Map<string, MultiPolygon> {
  const sites = districts
    .filter((d) => !ARCHIPELAGOS.some((a) => a.district === d.code))
    .map((d): Site => ({ code: d.code, at: [d.lon, mercatorOf(d.lat)] }))
  const home = new Map(sites.map((site) => [site, nearest(province, (part) => awayFrom(part, site.at))]))
  const cells = new Map<string, MultiPolygon>()
  const add = (code: string, polygons: MultiPolygon) =>
    cells.set(code, [...(cells.get(code) ?? []), ...polygons])
  for (const part of province) {
    const own = sites.filter((site) => home.get(site) === part)
    if (own.length === 0) add(ownerOfEmpty(part, sites), [part])
    else for (const { code, polygons } of divide(part, own)) add(code, polygons)
  }
  return cells
}
