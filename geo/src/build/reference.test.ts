import { existsSync, readFileSync } from 'node:fs'
import type { Topology } from 'topojson-specification'
import { expect, it } from 'vitest'
import { featuresOf, polygonsContain, polygonsOf } from '../shapes/decode.js'
import { boxOf, type Ring } from '../shapes/ring.js'

// The reference maps lie beside the repository of the team that built this and are not part of it.
const REFERENCE = new URL(
  '../../../../shared/data/reference-maps/vn_provinces_63_2021.mit.topo.json',
  import.meta.url,
)
const BUILT = new URL('../../generated/provinces.topo.json', import.meta.url)
const STEP = 0.04

/** Degrees; only the archipelagos lie farther east. */
const EAST_OF_MAINLAND = 109.6

type Shape = readonly (readonly Ring[])[]

const mainlandOf = (shape: Shape): Shape =>
  shape.filter(([outer]) => outer?.every(([x = 0]) => x < EAST_OF_MAINLAND))

function shapesIn(file: URL): Map<string, Shape> {
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology
  return new Map(
    featuresOf(topology).map((f) => [
      String(f.id ?? f.properties?.['code']),
      mainlandOf(polygonsOf(f.geometry)),
    ]),
  )
}

/** Intersection over union, counted on a grid of points without the archipelagos. */
function overlap(a: Shape, b: Shape): number {
  const [w, s, e, n] = boxOf([...a, ...b].flat(2))
  let both = 0
  let either = 0
  for (let x = w; x <= e; x += STEP) {
    for (let y = s; y <= n; y += STEP) {
      const inA = polygonsContain(a, x, y)
      const inB = polygonsContain(b, x, y)
      if (inA && inB) both++
      if (inA || inB) either++
    }
  }
  return both / either
}

const present = existsSync(REFERENCE)
if (!present) console.warn('skipped: overlap with the reference map, which is not at hand')

it.skipIf(!present)(
  'overlaps the reference map by at least 0.9 on average',
  () => {
    const built = shapesIn(BUILT)
    const reference = shapesIn(REFERENCE)
    const overlaps = [...built].map(([code, shape]) => ({
      code,
      iou: overlap(shape, reference.get(code) ?? []),
    }))
    overlaps.sort((a, b) => a.iou - b.iou)
    const mean = overlaps.reduce((sum, o) => sum + o.iou, 0) / overlaps.length
    console.log(
      `overlap with the reference: mean ${mean.toFixed(3)}, lowest`,
      overlaps.slice(0, 6).map((o) => `${o.code} ${o.iou.toFixed(3)}`),
    )
    expect(overlaps).toHaveLength(63)
    expect(mean).toBeGreaterThanOrEqual(0.9)
  },
  120_000,
)
