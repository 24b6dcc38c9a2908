import { readFileSync } from 'node:fs'
import type { Topology } from 'topojson-specification'
import { describe, expect, it } from 'vitest'
import { featuresOf, polygonsContain, polygonsOf } from '../shapes/decode.js'
import { archipelagoOf } from '../shapes/frame.js'
import { boxOf, type Ring, signedArea } from '../shapes/ring.js'
import { ARCHIPELAGOS } from '../tables/archipelagos.js'
import { DISTRICTS } from '../tables/districts.js'
import { PROVINCES } from '../tables/provinces.js'

function load(name: string) {
  const text = readFileSync(new URL(`../../generated/${name}`, import.meta.url), 'utf8')
  const topology = JSON.parse(text) as Topology
  const units = new Map(featuresOf(topology).map((f) => [String(f.id), polygonsOf(f.geometry)]))
  return { bytes: Buffer.byteLength(text), topology, units, features: featuresOf(topology) }
}
const provinces = load('provinces.topo.json')
const districts = load('districts.topo.json')
const outers = (units: ReadonlyMap<string, Ring[][]>) =>
  [...units.values()].flatMap((polygons) => polygons.map((rings) => rings[0] ?? []))

describe('the built provinces', () => {
  it('are the 63, small enough to send', () => {
    expect([...provinces.units.keys()]).toEqual(PROVINCES.map((p) => p.code))
    expect(provinces.bytes).toBeLessThan(250_000)
  })

  it('contain their points; that of Kiên Giang, which bends around its bay, lies in the bay', () => {
    const outside = PROVINCES.filter((p) => !polygonsContain(provinces.units.get(p.code) ?? [], p.lon, p.lat))
    expect(outside.map((p) => p.short)).toEqual(['Kiên Giang'])
  })

  it('share their borders', () => {
    const uses = new Map<number, number>()
    const count = (arcs: unknown): void => {
      if (Array.isArray(arcs)) arcs.forEach(count)
      else if (typeof arcs === 'number')
        uses.set(arcs < 0 ? ~arcs : arcs, (uses.get(arcs < 0 ? ~arcs : arcs) ?? 0) + 1)
    }
    const units = provinces.topology.objects['units']
    if (units?.type === 'GeometryCollection') {
      units.geometries.forEach((g) => count('arcs' in g ? g.arcs : []))
    }
    const points = (n: number) =>
      [...uses]
        .filter(([, k]) => k === n)
        .reduce((sum, [arc]) => sum + (provinces.topology.arcs[arc]?.length ?? 0), 0)
    expect(points(2)).toBeGreaterThan(6000)
  })

  it('draw Hoàng Sa and Trường Sa in their place, as part of Đà Nẵng and Khánh Hòa', () => {
    for (const archipelago of ARCHIPELAGOS) {
      const islands = (provinces.units.get(archipelago.province) ?? [])
        .map((rings) => rings[0] ?? [])
        .filter((outer) => archipelagoOf(outer) === archipelago)
      const [w, s, e, n] = boxOf(islands.flat())
      expect(islands.length).toBeGreaterThan(20)
      expect(w < archipelago.lon && archipelago.lon < e).toBe(true)
      expect(s < archipelago.lat && archipelago.lat < n).toBe(true)
    }
    const hoangSa = outers(provinces.units).filter((outer) => archipelagoOf(outer)?.id === 'hoang-sa')
    const [w, s, e, n] = boxOf(hoangSa.flat())
    // Tri Tôn in the south-west, Đá Bắc in the north, Linh Côn in the east.
    expect([w, s, e, n].map((v) => Math.round(v * 10) / 10)).toEqual([111.2, 15.8, 112.7, 17.1])
  })
})

describe('the built districts', () => {
  it('are the 705, marked schematic, with their province', () => {
    expect([...districts.units.keys()]).toEqual(DISTRICTS.map((d) => d.code).toSorted())
    expect(districts.features.every((f) => f.properties?.['schematic'] === true)).toBe(true)
    const province = new Map(DISTRICTS.map((d) => [d.code, d.province]))
    expect(districts.features.every((f) => f.properties?.['province'] === province.get(String(f.id)))).toBe(
      true,
    )
    expect(districts.bytes).toBeLessThan(900_000)
  })

  it('each have an area', () => {
    const flat = [...districts.units].filter(
      ([, polygons]) => !polygons.some(([o]) => Math.abs(signedArea(o ?? [])) > 0),
    )
    expect(flat).toEqual([])
  })

  it('contain their points, save some on coasts and in inner cities', () => {
    const outside = DISTRICTS.filter((d) => !polygonsContain(districts.units.get(d.code) ?? [], d.lon, d.lat))
    console.log(`districts whose point is outside their cell: ${outside.map((d) => d.code).join(' ')}`)
    expect(outside.length).toBeLessThanOrEqual(8)
  })
})

it('winds outer rings counter-clockwise, as RFC 7946 asks', () => {
  const clockwise = [...outers(provinces.units), ...outers(districts.units)].filter(
    (ring) => signedArea(ring) <= 0,
  )
  expect(clockwise).toEqual([])
})
