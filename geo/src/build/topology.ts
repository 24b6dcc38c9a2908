import type { Feature, FeatureCollection, MultiPolygon as GeoMultiPolygon } from 'geojson'
import { topology } from 'topojson-server'
import type { Topology } from 'topojson-specification'
import { latitudeOf } from '../shapes/mercator.js'
import { signedArea } from '../shapes/ring.js'
import type { MultiPolygon } from './province-shapes.js'
import type { Point } from './svg-path.js'

/** Outer rings counter-clockwise, holes clockwise (RFC 7946), in longitude and latitude. */
function geographic(polygons: MultiPolygon): number[][][][] {
  return polygons.map((rings) =>
    rings.map((ring, i) => {
      const outward = signedArea(ring) > 0 === (i === 0) ? ring : ring.toReversed()
      return outward.map(([x, y]: Point) => [x, latitudeOf(y)])
    }),
  )
}

/** A GeoJSON feature with the unit's code as its id. */
export const featureOf = (
  id: string,
  polygons: MultiPolygon,
  properties: Record<string, unknown>,
): Feature<GeoMultiPolygon> => ({
  type: 'Feature',
  id,
  properties,
  geometry: { type: 'MultiPolygon', coordinates: geographic(polygons) },
})

/** Quantised TopoJSON with one object named `units`; borders whose vertices agree are stored once. */
export function topologyOf(features: readonly Feature<GeoMultiPolygon>[], quantization: number): Topology {
  const units: FeatureCollection = { type: 'FeatureCollection', features: [...features] }
  return topology({ units }, quantization)
}
