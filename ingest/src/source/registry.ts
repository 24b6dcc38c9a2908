import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const registryFile = z.object({
  sources: z.array(
    z.object({
      name: z.string(),
      keyHash: z.string(),
      createdAt: z.string(),
      revokedAt: z.string().optional(),
    }),
  ),
})
type RegistryFile = z.infer<typeof registryFile>

export const sourcesPath = (dataDir: string): string => join(dataDir, 'secrets', 'sources.json')
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')

async function load(path: string): Promise<RegistryFile> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{"sources":[]}'
    throw error
  })
  return registryFile.parse(JSON.parse(text))
}

async function save(path: string, file: RegistryFile): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(`${path}.new`, JSON.stringify(file, null, 1), { mode: 0o600 })
  await rename(`${path}.new`, path)
}

/** Makes an API key for a source; the key is told once, only its hash is kept. Earlier keys of the source stay valid. */
export async function addSource(dataDir: string, name: string, now: number): Promise<string> {
  const path = sourcesPath(dataDir)
  const file = await load(path)
  const key = `mcc_${randomBytes(24).toString('base64url')}`
  file.sources.push({ name, keyHash: hashOf(key), createdAt: new Date(now).toISOString() })
  await save(path, file)
  return key
}

/** Revokes all keys of a source; returns how many were valid. */
export async function revokeSource(dataDir: string, name: string, now: number): Promise<number> {
  const path = sourcesPath(dataDir)
  const file = await load(path)
  const valid = file.sources.filter((s) => s.name === name && s.revokedAt === undefined)
  for (const s of valid) s.revokedAt = new Date(now).toISOString()
  await save(path, file)
  return valid.length
}

export interface SourceRegistry {
  /** The source that a key belongs to; undefined when unknown or revoked. */
  sourceOf(key: string): Promise<string | undefined>
}

/** Reads the registry file; changes are seen within `maxAgeMs` without a restart. */
export function openRegistry(dataDir: string, maxAgeMs = 1_000): SourceRegistry {
  const path = sourcesPath(dataDir)
  let byHash = new Map<string, string>()
  let modified = -1
  let refreshedAt = -Infinity
  // shared by all who ask meanwhile: none of them may see the map before it is filled
  let refreshing: Promise<void> | undefined
  async function reread(): Promise<void> {
    const mtime = await stat(path).then(
      (s) => s.mtimeMs,
      () => 0,
    )
    if (mtime !== modified) {
      const { sources } = await load(path)
      byHash = new Map(sources.filter((s) => s.revokedAt === undefined).map((s) => [s.keyHash, s.name]))
      modified = mtime
    }
    refreshedAt = performance.now()
  }
  function refresh(): Promise<void> {
    if (performance.now() - refreshedAt < maxAgeMs) return Promise.resolve()
    refreshing ??= reread().finally(() => (refreshing = undefined))
    return refreshing
  }
  return {
    async sourceOf(key) {
      await refresh()
      return byHash.get(hashOf(key))
    },
  }
}
