import { feature } from 'topojson-client'
import { ARCHIPELAGOS } from '@mcc/geo'
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Position } from 'geojson'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { z } from 'zod'
import { request, type Answer } from '../rest/request.js'

/**
 * Shapes of units in WGS 84 degrees, `code` being the GSO code. The islets of Hoàng Sa and Trường Sa are features
 * of their own beside their province's mainland: a few pixels wide, they are drawn with a rim or not seen at all.
 */
export type Shapes = FeatureCollection<Geometry, { code: string; islets: boolean }>
/** What a map of the country shows, south-west and north-east, latitude first: the mainland and both archipelagos whole. */
export const COUNTRY: [number, number][] = [
  [6.9, 102],
  [23.5, 117.9],
]
type Shape = Feature<Geometry, { code: string; islets: boolean }>

const topology = z.looseObject({
  type: z.literal('Topology'),
  arcs: z.array(z.unknown()),
  objects: z.record(z.string(), z.looseObject({ type: z.literal('GeometryCollection') })),
})

const inArchipelago = ([lon = 0, lat = 0]: Position): boolean =>
  ARCHIPELAGOS.some(
    ({ box: [west, south, east, north] }) => lon >= west && lon <= east && lat >= south && lat <= north,
  )

function parted(code: string, geometry: Geometry): Shape[] {
  const shape = (part: Geometry, islets: boolean): Shape => ({
    type: 'Feature',
    geometry: part,
    properties: { code, islets },
  })
  // an archipelago is a district of its own
  if (ARCHIPELAGOS.some((a) => a.district === code)) return [shape(geometry, true)]
  if (geometry.type !== 'MultiPolygon' || !ARCHIPELAGOS.some((a) => a.province === code))
    return [shape(geometry, false)]
  const isIslet = (rings: Position[][]) => inArchipelago(rings[0]?.[0] ?? [])
  const part = (islets: boolean): MultiPolygon => ({
    type: 'MultiPolygon',
    coordinates: geometry.coordinates.filter((rings) => isIslet(rings) === islets),
  })
  return [shape(part(false), false), shape(part(true), true)]
}

const named = z.object({ code: z.string() })
/** The id, or the property `code` of maps that carry none. */
const codeOf = (id: string | number | undefined, properties: unknown): string =>
  id === undefined ? named.parse(properties).code : String(id)

/** Shapes out of a TopoJSON's first object. The code is the feature's id, or its property `code`. */
export function shapesOf(input: unknown): Shapes {
  const checked = topology.parse(input) as unknown as Topology<Record<string, GeometryCollection>>
  const first = Object.values(checked.objects)[0]
  if (!first) throw new Error('the topology has no object')
  const { features } = feature(checked, first)
  return {
    type: 'FeatureCollection',
    features: features.flatMap(({ id, properties, geometry }) => parted(codeOf(id, properties), geometry)),
  }
}

export type Level = 'provinces' | 'districts'
const cached = new Map<Level, Promise<Answer<Shapes>>>()

/** All provinces or districts, fetched once for the life of the page; an answer that is no map is not kept. */
export function shapesOfLevel(level: Level): Promise<Answer<Shapes>> {
  const kept = cached.get(level)
  if (kept) return kept
  const asked = request(z.unknown().transform(shapesOf), `/api/v1/geo/${level}`).then((answer) => {
    if (answer.ok) return answer
    cached.delete(level)
    // whoever is signed in may have them: what is refused now is not refused for ever
    return { ...answer, failure: 'unreachable' as const }
  })
  cached.set(level, asked)
  return asked
}
