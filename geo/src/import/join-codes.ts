import { foldDiacritics } from '../search/fold.js'
import type { Ring } from '../shapes/ring.js'
import { ImportError } from './import-error.js'
import type { Level } from './level.js'
import type { RawFeature } from './read-file.js'

export interface Joined {
  /** The property that held the code. */
  readonly field: string
  /** Polygons by GSO code; several features of one code are put together. */
  readonly units: ReadonlyMap<string, readonly (readonly Ring[])[]>
}

const keyOf = (field: string): string => foldDiacritics(field).replaceAll(' ', '')

/** `1`, `1.0` and ` 01 ` all mean `01`. */
function codeOf(value: unknown, level: Level): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const digits = /^\s*(\d+)(?:\.0+)?\s*$/.exec(String(value))?.[1]
  const code = digits?.replace(/^0+(?=\d)/, '').padStart(level.digits, '0')
  return code !== undefined && level.codes.has(code) ? code : undefined
}

function fieldOf(features: readonly RawFeature[], level: Level, named: string | undefined): string {
  const fields = [...new Set(features.flatMap((f) => Object.keys(f.properties)))]
  if (named !== undefined && fields.includes(named)) return named
  const matches = (field: string) => features.filter((f) => codeOf(f.properties[field], level)).length
  const candidates = named === undefined ? fields.filter((f) => level.fields.includes(keyOf(f))) : []
  const [best] = candidates
    .map((field) => ({ field, hits: matches(field), order: level.fields.indexOf(keyOf(field)) }))
    .sort((a, b) => b.hits - a.hits || a.order - b.order)
  if (best) return best.field
  throw ImportError.of(
    `no property with the GSO ${level.name} code: looked for ${named ?? level.fields.join(', ')} (any case). ` +
      `The file has: ${fields.join(', ') || 'none'}. Name it with --field NAME`,
  )
}

/**
 * Joins features to units by GSO code, never by name. `field` names the property; without it the known name that
 * matches most features is taken. Throws an ImportError listing every feature that matches no unit.
 */
export function joinCodes(features: readonly RawFeature[], level: Level, named?: string): Joined {
  const field = fieldOf(features, level, named)
  const units = new Map<string, (readonly Ring[])[]>()
  const unmatched: string[] = []
  for (const { index, properties, polygons } of features) {
    const code = codeOf(properties[field], level)
    if (code === undefined)
      unmatched.push(`feature ${index}: ${field} = ${JSON.stringify(properties[field]) ?? 'missing'}`)
    else units.set(code, [...(units.get(code) ?? []), ...polygons])
  }
  if (unmatched.length > 0) {
    throw ImportError.of(
      `${unmatched.length} of ${features.length} features match no ${level.name} of 2021 by GSO code`,
      unmatched,
    )
  }
  return { field, units }
}
