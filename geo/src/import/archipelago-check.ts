import type { Archipelago } from '../tables/archipelagos.js'
import { ARCHIPELAGOS } from '../tables/archipelagos.js'
import type { Ring } from '../shapes/ring.js'
import type { Level } from './level.js'

/** Longitude east of which only the archipelagos lie; the latitudes are those of each archipelago's box. */
const OPEN_SEA = 111.5

/** Code of the unit of this level that the archipelago belongs to. */
export const unitOf = (archipelago: Archipelago, level: Level): string =>
  level.name === 'province' ? archipelago.province : archipelago.district

/** Archipelagos of which the unit they belong to has no vertex at all. */
export function missingArchipelagos(
  units: ReadonlyMap<string, readonly (readonly Ring[])[]>,
  level: Level,
): Archipelago[] {
  return ARCHIPELAGOS.filter((archipelago) => {
    const [, south, , north] = archipelago.box
    const vertices = (units.get(unitOf(archipelago, level)) ?? []).flat(2)
    return !vertices.some(([x = 0, y = 0]) => x >= OPEN_SEA && y >= south && y <= north)
  })
}
