import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { isProvinceCode, type ProvinceCode } from '@mcc/contract'
import { PROVINCES } from '../tables/provinces.js'
import { type Point, ringsOfPath } from './svg-path.js'

/** One path of the drawing: a province, or one of the archipelagos as part of its province. */
export interface DrawnShape {
  readonly id: string
  readonly code: ProvinceCode
  readonly archipelago: boolean
  readonly rings: Point[][]
}

/** Ids of the drawing that are not simply the province's English name without spaces. */
const SPECIAL: Readonly<Record<string, string>> = {
  baria: '77',
  backan: '06',
  hcm: '79',
  tthue: '46',
  hoangsa: '48',
  truongsa: '56',
}
const ARCHIPELAGO_IDS = new Set(['hoangsa', 'truongsa'])

const byEnglishName = new Map(
  PROVINCES.map((p) => [p.english.toLowerCase().replace(/[^a-z]/g, ''), p.code] as const),
)

function codeOf(id: string): ProvinceCode {
  const code = SPECIAL[id] ?? byEnglishName.get(id)
  if (code === undefined || !isProvinceCode(code))
    throw new Error(`the drawing's id ${id} is no known province`)
  return code
}

const require = createRequire(import.meta.url)

/** Reads `vietnam.svg` of the npm package `@svg-maps/vietnam`; throws unless it has 63 provinces and 2 archipelagos. */
export function readSvgMap(): DrawnShape[] {
  const file = require.resolve('@svg-maps/vietnam/vietnam.svg')
  const shapes = [
    ...readFileSync(file, 'utf8').matchAll(/<path\b[^>]*?\bid="([^"]+)"[^>]*?\bd="([^"]+)"/g),
  ].map(([, id = '', d = '']) => ({
    id,
    code: codeOf(id),
    archipelago: ARCHIPELAGO_IDS.has(id),
    rings: ringsOfPath(d).filter((ring) => ring.length >= 3),
  }))
  const provinces = new Set(shapes.filter((s) => !s.archipelago).map((s) => s.code))
  if (shapes.length !== 65 || provinces.size !== 63) {
    throw new Error(`the drawing has ${shapes.length} shapes and ${provinces.size} provinces, not 65 and 63`)
  }
  return shapes
}
