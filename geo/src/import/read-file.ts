import { z } from 'zod'
import type { Topology } from 'topojson-specification'
import { featuresOf } from '../shapes/decode.js'
import type { Ring } from '../shapes/ring.js'
import { ImportError } from './import-error.js'

/** One feature of the file as it came. */
export interface RawFeature {
  /** Place in the file, from 0. */
  readonly index: number
  /** The feature's properties, with its `id` among them. */
  readonly properties: Readonly<Record<string, unknown>>
  readonly polygons: readonly (readonly Ring[])[]
}

const ring = z.array(z.array(z.number()).min(2)).min(3)
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
])
const rawFeature = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.unknown(),
})
const geoJson = z.object({ type: z.literal('FeatureCollection'), features: z.array(rawFeature).min(1) })
const topoJson = z.object({
  type: z.literal('Topology'),
  objects: z.record(z.string(), z.object({ type: z.string() })),
  arcs: z.array(z.array(z.array(z.number()))),
})

function decoded(topology: unknown): unknown {
  topoJson.parse(topology)
  return { type: 'FeatureCollection', features: featuresOf(topology as Topology) }
}

const place = (error: z.ZodError): string =>
  error.issues.map((issue) => `${issue.path.join('.') || '(top)'}: ${issue.message}`)[0] ?? ''

/** The file's text as features. Throws an ImportError unless it is a GeoJSON FeatureCollection or a TopoJSON of areas. */
export function readFeatures(text: string): RawFeature[] {
  try {
    const json: unknown = JSON.parse(text)
    const isTopology = z.object({ type: z.literal('Topology') }).safeParse(json).success
    return geoJson
      .parse(isTopology ? decoded(json) : json)
      .features.map(({ id, properties, ...rest }, index) => {
        const parsed = geometry.safeParse(rest.geometry)
        if (!parsed.success) {
          throw ImportError.of(`feature ${index} is no Polygon or MultiPolygon: ${place(parsed.error)}`)
        }
        const shape = parsed.data
        const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
        return { index, properties: { ...(id === undefined ? {} : { id }), ...properties }, polygons }
      })
  } catch (error) {
    if (error instanceof ImportError) throw error
    if (error instanceof SyntaxError) throw ImportError.of(`the file is not JSON: ${error.message}`)
    const why = error instanceof z.ZodError ? place(error) : String(error)
    throw ImportError.of(`the file is neither a GeoJSON FeatureCollection nor a TopoJSON: ${why}`)
  }
}
