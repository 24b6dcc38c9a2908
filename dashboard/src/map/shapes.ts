import { feature } from 'topojson-client'
import type { FeatureCollection, Geometry } from 'geojson'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { z } from 'zod'
import { request } from '../rest/request.js'

/** Shapes of units in WGS 84 degrees; each feature's `id` is a GSO code. */
export type Shapes = FeatureCollection<Geometry, { code: string }>

const topology = z.looseObject({
  type: z.literal('Topology'),
  arcs: z.array(z.unknown()),
  objects: z.record(z.string(), z.looseObject({ type: z.literal('GeometryCollection') })),
})

/** Shapes out of a TopoJSON's first object. The code is the feature's id, or its property `code`. */
export function shapesOf(input: unknown): Shapes {
  const checked = topology.parse(input) as unknown as Topology<Record<string, GeometryCollection>>
  const first = Object.values(checked.objects)[0]
  if (!first) throw new Error('the topology has no object')
  const { features } = feature(checked, first)
  return {
    type: 'FeatureCollection',
    features: features.map((shape) => {
      const code = String(shape.id ?? (shape.properties as { code?: unknown } | null)?.code ?? '')
      return { ...shape, id: code, properties: { code } }
    }),
  }
}

let cached: Promise<Shapes | undefined> | undefined

/** The 63 provinces, fetched once for the life of the page; undefined when they cannot be had now. */
export function provinceShapes(): Promise<Shapes | undefined> {
  cached ??= request(z.unknown(), '/api/v1/geo/provinces').then((answer) => {
    if (answer.ok) return shapesOf(answer.value)
    cached = undefined
    return undefined
  })
  return cached
}
