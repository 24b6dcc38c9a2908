import { ARCHIPELAGOS } from '../tables/archipelagos.js'
import { type Box, boxOf, type Ring } from './ring.js'

const within = (inner: Box, outer: readonly [number, number, number, number]): boolean =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]

/** The archipelago a polygon (its outer ring in longitude and latitude) is part of, if any. */
export const archipelagoOf = (outer: Ring) => ARCHIPELAGOS.find((a) => within(boxOf(outer), a.box))

/**
 * West, south, east, north (degrees, to 0.001) of a unit's polygons without those of the archipelagos, so that a
 * map can zoom to Đà Nẵng or Khánh Hòa; a unit that is all archipelago gets its whole box.
 */
export function frameOf(polygons: readonly (readonly Ring[])[]): Box {
  const outers = polygons.flatMap((rings) => rings.slice(0, 1))
  const near = outers.filter((outer) => !archipelagoOf(outer))
  const [w, s, e, n] = boxOf((near.length > 0 ? near : outers).flat())
  const round = (v: number) => Math.round(v * 1000) / 1000
  return [round(w), round(s), round(e), round(n)]
}
