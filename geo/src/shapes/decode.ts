import type { Feature, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import { type Ring, ringContains } from './ring.js'

/** The GeoJSON features of all objects of a topology. */
export function featuresOf(topology: Topology): Feature<Geometry | null>[] {
  return Object.values(topology.objects).flatMap((object) => {
    const made = feature(topology, object)
    return made.type === 'FeatureCollection' ? made.features : [made]
  })
}

/** Polygons (rings, outer first) of a Polygon or MultiPolygon; empty for anything else. */
export function polygonsOf(geometry: Geometry | null | undefined): Ring[][] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates]
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates : []
}

/** Whether a point lies in one of the polygons and not in a hole of it. */
export const polygonsContain = (polygons: readonly (readonly Ring[])[], x: number, y: number): boolean =>
  polygons.some((rings) => rings.filter((ring) => ringContains(ring, x, y)).length % 2 === 1)
