import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { COUNTRY, shapesOf } from './shapes.js'

const square = (lon: number, lat: number) => [
  [lon, lat],
  [lon + 0.1, lat],
  [lon + 0.1, lat + 0.1],
  [lon, lat],
]
const ARCS = [square(108, 16), square(112, 16.5), square(105.8, 21)]
const topology = (geometries: unknown[]) => ({
  type: 'Topology',
  arcs: ARCS,
  objects: { provinces: { type: 'GeometryCollection', geometries } },
})

it('parts the islets of an archipelago from the mainland of their province', () => {
  const { features } = shapesOf(
    topology([
      { type: 'MultiPolygon', id: '48', arcs: [[[0]], [[1]]] },
      { type: 'Polygon', id: '01', arcs: [[2]] },
    ]),
  )
  expect(features.map((shape) => shape.properties)).toEqual([
    { code: '48', islets: false },
    { code: '48', islets: true },
    { code: '01', islets: false },
  ])
  expect(features[1]?.geometry).toMatchObject({ type: 'MultiPolygon', coordinates: [[square(112, 16.5)]] })
})
it('knows the districts that are archipelagos', () => {
  const { features } = shapesOf(
    topology([
      { type: 'Polygon', id: '490', arcs: [[0]] },
      { type: 'Polygon', id: '498', arcs: [[1]] },
    ]),
  )
  expect(features.map((shape) => shape.properties)).toEqual([
    { code: '490', islets: false },
    { code: '498', islets: true },
  ])
})
it('takes the property `code` where a map carries no ids', () => {
  const { features } = shapesOf(topology([{ type: 'Polygon', properties: { code: '01' }, arcs: [[2]] }]))
  expect(features[0]?.properties.code).toBe('01')
})
it('refuses what is no topology', () => {
  expect(() => shapesOf({ type: 'FeatureCollection', features: [] })).toThrow()
  expect(() => shapesOf({ type: 'Topology', arcs: [], objects: {} })).toThrow()
})
it('shows the country whole, to the last islet of Hoàng Sa and Trường Sa', () => {
  const built = join(import.meta.dirname, '../../../geo/generated/provinces.topo.json')
  const corners = shapesOf(JSON.parse(readFileSync(built, 'utf8'))).features.flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : [],
  )
  const [[south, west], [north, east]] = COUNTRY as [[number, number], [number, number]]
  expect(corners.length).toBeGreaterThan(6_000)
  expect(
    corners.filter(([lon = 0, lat = 0]) => lon < west || lon > east || lat < south || lat > north),
  ).toEqual([])
})
