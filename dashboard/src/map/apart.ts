import type { Position } from 'geojson'
import type { Shapes } from './shapes.js'

type Shape = Shapes['features'][number]
type Box = readonly [west: number, south: number, east: number, north: number]

/** A map that becomes this many times larger without a unit shows that unit apart. */
const WORTH = 2.5

const outersOf = ({ geometry }: Shape): Position[] =>
  geometry.type === 'Polygon'
    ? geometry.coordinates.flat()
    : geometry.type === 'MultiPolygon'
      ? geometry.coordinates.flat(2)
      : []

const around = (boxes: readonly Box[]): Box =>
  boxes.reduce<Box>(
    (all, box) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  )
const boxOf = (shape: Shape): Box =>
  around(outersOf(shape).map(([lon = 0, lat = 0]): Box => [lon, lat, lon, lat]))
const sizeOf = ([west, south, east, north]: Box): number => (east - west) * (north - south)

/**
 * The units of a province that are drawn together, and those that lie so far off that beside them the others would be
 * tiny: its archipelago always, and an island district that would shrink the map.
 */
export function apartOf(shapes: Shapes): { together: Shapes; apart: Shapes[] } {
  const size = (some: readonly { box: Box }[]) => sizeOf(around(some.map(({ box }) => box)))
  let near = shapes.features
    .filter(({ properties }) => !properties.islets)
    .map((shape) => ({ shape, box: boxOf(shape) }))
  const far = shapes.features.filter(({ properties }) => properties.islets)
  for (;;) {
    const gains = near.map((unit) => ({ unit, size: size(near.filter((one) => one !== unit)) }))
    const best = gains.toSorted((a, b) => a.size - b.size)[0]
    if (near.length < 3 || !best || size(near) < WORTH * best.size) break
    near = near.filter((unit) => unit !== best.unit)
    far.push(best.unit.shape)
  }
  const only = (features: Shape[]): Shapes => ({ ...shapes, features })
  return { together: only(near.map(({ shape }) => shape)), apart: far.map((shape) => only([shape])) }
}
