import type { ProvinceCode } from '@mcc/contract'
import type { Topology } from 'topojson-specification'
import type { MultiPolygon } from './province-shapes.js'
import { featureOf, topologyOf } from './topology.js'

/** About 80 m; finer than the drawing is true. */
const QUANTIZATION = 2e4

/** TopoJSON of the 63 provinces: id = GSO code, no properties. */
export function provinceTopology(shapes: ReadonlyMap<ProvinceCode, MultiPolygon>): Topology {
  return topologyOf(
    [...shapes]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([code, polygons]) => featureOf(code, polygons, {})),
    QUANTIZATION,
  )
}
