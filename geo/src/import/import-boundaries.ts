import type { Feature, FeatureCollection } from 'geojson'
import type { Topology } from 'topojson-specification'
import { featuresOf, polygonsOf } from '../shapes/decode.js'
import { archipelagoOf, frameOf } from '../shapes/frame.js'
import { DISTRICTS } from '../tables/districts.js'
import { PROVINCES_34 } from '../tables/provinces-34.js'
import { missingArchipelagos, unitOf } from './archipelago-check.js'
import { compress, type Compressed } from './compress.js'
import { ImportError } from './import-error.js'
import { joinCodes } from './join-codes.js'
import type { Level } from './level.js'
import { normalise } from './normalise.js'
import { readFeatures } from './read-file.js'

export interface ImportOptions {
  readonly level: Level
  /** Property with the GSO code, when it has an unusual name. */
  readonly field?: string | undefined
  /** Take a file in which units are missing; those are filled in from the built map. */
  readonly partial: boolean
  /** Take a file without Hoàng Sa or Trường Sa; those are filled in from the built map. */
  readonly withoutIslands: boolean
}
export interface Imported extends Compressed {
  readonly field: string
  readonly features: number
  /** Units filled in from the built map, and archipelagos added from it. */
  readonly filled: readonly string[]
  readonly added: readonly string[]
}
type Units = Map<string, number[][][][]>

const positions = (shape: ReturnType<typeof polygonsOf>): number[][][][] =>
  shape.map((rings) => rings.map((ring) => ring.map((p) => [...p])))

const builtUnits = (built: Topology): Units =>
  new Map(featuresOf(built).map((f) => [String(f.id), positions(polygonsOf(f.geometry))]))

const CODES_OF_2025 = new Set(PROVINCES_34.map((p) => p.code))

/** Files that join by code and yet are of something else. */
function refuseOtherMaps(features: number, units: Units, level: Level): void {
  if (features > 2 * level.codes.size) {
    throw ImportError.of(
      `${features} features for ${level.codes.size} ${level.name}s: this looks like a map of smaller units`,
    )
  }
  if (level.name !== 'province' || units.size !== CODES_OF_2025.size) return
  if ([...units.keys()].every((code) => CODES_OF_2025.has(code))) {
    throw ImportError.of('this is a map of the 34 provinces of 2025; figures of 2021 need one of the 63')
  }
}

function fillMissing(units: Units, built: Units, { level, partial }: ImportOptions): string[] {
  const missing = [...level.codes].filter((code) => !units.has(code))
  if (missing.length > 0 && !partial) {
    throw ImportError.of(
      `${missing.length} of ${level.codes.size} ${level.name}s are not in the file; --partial fills them in from the built map`,
      [`missing: ${missing.join(', ')}`],
    )
  }
  for (const code of missing) units.set(code, built.get(code) ?? [])
  return missing
}

function addArchipelagos(units: Units, built: Units, { level, withoutIslands }: ImportOptions): string[] {
  const missing = missingArchipelagos(units, level)
  if (missing.length > 0 && !withoutIslands) {
    throw ImportError.of(
      'the file does not draw ' +
        missing.map((a) => `${a.vi} (in ${level.name} ${unitOf(a, level)})`).join(' nor ') +
        '; --without-islands adds them from the built map',
    )
  }
  for (const archipelago of missing) {
    const code = unitOf(archipelago, level)
    const islands = (built.get(code) ?? []).filter(([outer]) => outer && archipelagoOf(outer) === archipelago)
    units.set(code, [...(units.get(code) ?? []), ...islands])
  }
  return missing.map((a) => a.vi)
}

function collection(units: Units, level: Level, filled: readonly string[]): FeatureCollection {
  const provinces = new Map(DISTRICTS.map((d) => [d.code, d.province]))
  const features = [...units]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, coordinates]): Feature => {
      const province = level.name === 'district' ? { province: provinces.get(id) } : {}
      const mark = filled.includes(id) ? { built: true } : {}
      const properties = { frame: frameOf(coordinates), ...province, ...mark }
      return { type: 'Feature', id, properties, geometry: { type: 'MultiPolygon', coordinates } }
    })
  return { type: 'FeatureCollection', features }
}

/**
 * Official boundaries (text of a GeoJSON FeatureCollection or a TopoJSON, WGS 84 degrees) as TopoJSON in the form of
 * the built map: object `units`, id = GSO code, `frame`, districts with `province`; `built` marks what was filled in.
 * Throws an ImportError that says what is wrong with the file.
 */
export function importBoundaries(text: string, built: Topology, options: ImportOptions): Imported {
  const raw = readFeatures(text)
  const joined = joinCodes(raw, options.level, options.field)
  const units: Units = new Map([...joined.units].map(([code, polygons]) => [code, normalise(code, polygons)]))
  refuseOtherMaps(raw.length, units, options.level)
  const own = builtUnits(built)
  const filled = fillMissing(units, own, options)
  const added = addArchipelagos(units, own, options)
  const made = compress(collection(units, options.level, filled), options.level.maxBytes)
  return { ...made, field: joined.field, features: raw.length, filled, added }
}
