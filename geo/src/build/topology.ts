import type { Feature, FeatureCollection } from 'geojson'
import { topology } from 'topojson-server'
import type { Topology } from 'topojson-specification'
import { frameOf } from '../shapes/frame.js'
import { latitudeOf } from '../shapes/mercator.js'
import { signedArea } from '../shapes/ring.js'
import type { MultiPolygon } from './province-shapes.js'
import type { Point } from './svg-path.js'

/** Steps across the country's width: about 40 m, finer than the drawing is true. */
const QUANTIZATION = 4e4

/** Outer rings counter-clockwise, holes clockwise (RFC 7946), in longitude and latitude. */
function geographic(polygons: MultiPolygon): number[][][][] {
  return polygons.map((rings) =>
    rings.map((ring, i) => {
      const outward = signedArea(ring) > 0 === (i === 0) ? ring : ring.toReversed()
      return outward.map(([x, y]: Point) => [x, latitudeOf(y)])
    }),
  )
}

function featureOf(id: string, polygons: MultiPolygon, more: Record<string, unknown>): Feature {
  const coordinates = geographic(polygons)
  return {
    type: 'Feature',
    id,
    properties: { frame: frameOf(coordinates), ...more },
    geometry: { type: 'MultiPolygon', coordinates },
  }
}

/**
 * Quantised TopoJSON with one object `units`: id = GSO code, `frame` = box without the archipelagos. Borders whose
 * vertices agree are stored once.
 */
export function topologyOf(
  shapes: ReadonlyMap<string, MultiPolygon>,
  more: (code: string) => Record<string, unknown>,
): Topology {
  const units: FeatureCollection = {
    type: 'FeatureCollection',
    features: [...shapes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, polygons]) => featureOf(code, polygons, more(code))),
  }
  return topology({ units }, QUANTIZATION)
}
