import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export const BOUNDARY_LEVELS = ['provinces', 'districts'] as const
export type BoundaryLevel = (typeof BOUNDARY_LEVELS)[number]

/** A TopoJSON file ready to be served. */
export interface Boundaries {
  /** TopoJSON (UTF-8) with one object `units`; feature id = GSO code; rings wound as RFC 7946 asks. */
  readonly body: Buffer
  /** Strong entity tag of the body, quotes included. */
  readonly etag: string
  /** `official` was imported by `npm run geo:import`, `built` comes with this package. */
  readonly source: 'official' | 'built'
  /** The shapes are not surveyed boundaries and must be labelled schematic. */
  readonly schematic: boolean
}

const BUILT = new URL('../../generated/', import.meta.url)

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Boundaries of a level: those imported into `dataDir`/geo when there are any, else the built ones. Read afresh
 * at each call, so an import shows without a restart. Throws when the file exists and cannot be read.
 */
export async function boundaries(dataDir: string, level: BoundaryLevel): Promise<Boundaries> {
  const name = `${level}.topo.json`
  const official = await readIfThere(join(dataDir, 'geo', name))
  const body = official ?? (await readFile(new URL(name, BUILT)))
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  return {
    body,
    etag,
    source: official ? 'official' : 'built',
    schematic: !official && level === 'districts',
  }
}
