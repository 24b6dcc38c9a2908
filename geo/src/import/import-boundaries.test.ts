import { readFileSync } from 'node:fs'
import type { Feature, FeatureCollection } from 'geojson'
import type { Topology } from 'topojson-specification'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { featuresOf, polygonsOf } from '../shapes/decode.js'
import { archipelagoOf } from '../shapes/frame.js'
import { boxOf, signedArea } from '../shapes/ring.js'
import { PROVINCES } from '../tables/provinces.js'
import { type Imported, importBoundaries, type ImportOptions } from './import-boundaries.js'
import { LEVELS } from './level.js'

const load = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../generated/${name}`, import.meta.url), 'utf8')) as Topology
const provinces = load('provinces.topo.json')
const districts = load('districts.topo.json')
const strict: ImportOptions = { level: LEVELS.province, partial: false, withoutIslands: false }

/** The built map as a ministry's file: clockwise rings, heights, numbers for codes. */
function official(change: (features: Feature[]) => Feature[] = (f) => f): string {
  const features = featuresOf(provinces).map((f): Feature => ({
    type: 'Feature',
    properties: { MaTinh: Number(f.id), Ten: 'x' },
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygonsOf(f.geometry).map((rings) =>
        rings.map((r) => r.map((p) => [...p, 0]).toReversed()),
      ),
    },
  }))
  const file: FeatureCollection = { type: 'FeatureCollection', features: change(features) }
  return JSON.stringify(file)
}
const unitsIn = (result: Imported) => featuresOf(JSON.parse(result.text) as Topology)
const mainlandOnly = (features: Feature[]): Feature[] =>
  features.map((f) => ({
    ...f,
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygonsOf(f.geometry)
        .filter(([outer]) => outer && !archipelagoOf(outer))
        .map((rings) => rings.map((r) => r.map((p) => [...p]))),
    },
  }))

describe('a good file', () => {
  it('comes out as the built map went in', () => {
    const result = importBoundaries(official(), provinces, strict)
    const before = new Map(featuresOf(provinces).map((f) => [String(f.id), f]))
    const after = unitsIn(result)
    expect(after.map((f) => f.id)).toEqual(PROVINCES.map((p) => p.code))
    for (const f of after) {
      const old = before.get(String(f.id))
      const [a, b] = [polygonsOf(f.geometry), polygonsOf(old?.geometry)]
      expect(a).toHaveLength(b.length)
      boxOf(a.flat(2)).forEach((v, i) => expect(v).toBeCloseTo(boxOf(b.flat(2))[i] ?? NaN, 3))
      expect(f.properties?.['frame']).toEqual(
        z
          .array(z.number())
          .parse(old?.properties?.['frame'])
          .map((v) => expect.closeTo(v, 2) as number),
      )
      expect(a.filter(([outer]) => signedArea(outer ?? []) < 0)).toEqual([])
    }
    expect(result).toMatchObject({ field: 'MaTinh', features: 63, filled: [], added: [], dropped: 0 })
  })

  it('may be TopoJSON, of districts, with the code as id', () => {
    const result = importBoundaries(JSON.stringify(districts), districts, {
      ...strict,
      level: LEVELS.district,
    })
    expect(unitsIn(result)).toHaveLength(705)
    expect(unitsIn(result)[0]?.properties).toMatchObject({ province: '01' })
  })

  it('is simplified when it is too large, and keeps every island', () => {
    const level = { ...LEVELS.province, maxBytes: 100_000 }
    const result = importBoundaries(official(), provinces, { ...strict, level })
    expect(result.dropped).toBeGreaterThan(0)
    expect(Buffer.byteLength(result.text)).toBeLessThanOrEqual(100_000)
    const islands = unitsIn(result).flatMap((f) => polygonsOf(f.geometry))
    expect(islands.filter(([outer]) => signedArea(outer ?? []) === 0)).toEqual([])
  })
})

describe('a bad file is refused', () => {
  const refusal = (text: string, options = strict) => {
    try {
      importBoundaries(text, provinces, options)
      return 'taken'
    } catch (error) {
      return error instanceof Error ? error.message : ''
    }
  }

  it('when it is not what it should be', () => {
    expect(refusal('{')).toContain('not JSON')
    expect(refusal('{"type":"Feature"}')).toContain('neither a GeoJSON FeatureCollection nor a TopoJSON')
    const line = { type: 'LineString' as const, coordinates: [] }
    expect(refusal(official(([a, ...rest]) => [...rest, { ...a, geometry: line } as Feature]))).toContain(
      'feature 62',
    )
  })

  it('when features match no province, with index, field and value of each', () => {
    const text = official((features) =>
      features.map((f, i) =>
        i === 4 || i === 7 ? { ...f, properties: { MaTinh: i === 4 ? 99 : null } } : f,
      ),
    )
    expect(refusal(text)).toBe(
      '2 of 63 features match no province of 2021 by GSO code\n  feature 4: MaTinh = 99\n  feature 7: MaTinh = null',
    )
  })

  it('when no property holds a code', () => {
    const text = official((features) =>
      features.map((f) => ({ ...f, properties: { soHieu: f.properties?.['MaTinh'] as number } })),
    )
    expect(refusal(text)).toContain('The file has: soHieu. Name it with --field NAME')
    expect(refusal(text, { ...strict, field: 'soHieu' })).toBe('taken')
  })

  it('when a province is missing, unless it may be filled in from the built map', () => {
    const text = official((features) => features.filter((f) => f.properties?.['MaTinh'] !== 1))
    expect(refusal(text)).toContain('missing: 01')
    const result = importBoundaries(text, provinces, { ...strict, partial: true })
    expect(result.filled).toEqual(['01'])
    expect(unitsIn(result).filter((f) => f.properties?.['built'] === true)).toHaveLength(1)
  })

  it('when Hoàng Sa or Trường Sa are not drawn, unless they may be added from the built map', () => {
    const text = official(mainlandOnly)
    expect(refusal(text)).toContain(
      'Quần đảo Hoàng Sa (in province 48) nor Quần đảo Trường Sa (in province 56)',
    )
    const result = importBoundaries(text, provinces, { ...strict, withoutIslands: true })
    expect(result.added).toEqual(['Quần đảo Hoàng Sa', 'Quần đảo Trường Sa'])
    const far = unitsIn(result).filter((f) => boxOf(polygonsOf(f.geometry).flat(2))[2] > 111.5)
    expect(far.map((f) => f.id)).toEqual(['48', '56'])
  })

  it('when it is of other units or of other coordinates', () => {
    expect(refusal(official((f) => [...f, ...f, ...f]))).toContain('smaller units')
    const codes2025 = new Set(PROVINCES.map((p) => p.code34))
    const merged = official((f) =>
      f.filter((x) => codes2025.has(String(x.properties?.['MaTinh']).padStart(2, '0'))),
    )
    expect(refusal(merged, { ...strict, partial: true })).toContain('34 provinces of 2025')
    expect(refusal(official().replaceAll(/\[1(\d\d\.\d+),/g, '[5$1000,'))).toContain('WGS 84')
  })
})
