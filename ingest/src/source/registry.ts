import { stat } from 'node:fs/promises'
import { keyHashOf, readSourceKeys, sourcesPath } from '@mcc/warehouse'

export interface SourceRegistry {
  /** The source that a key belongs to; undefined when unknown or revoked. */
  sourceOf(key: string): Promise<string | undefined>
}

/** Reads the file of keys; changes are seen within `maxAgeMs` without a restart. */
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
      const keys = await readSourceKeys(dataDir)
      byHash = new Map(keys.filter((k) => k.revokedAt === undefined).map((k) => [k.keyHash, k.name]))
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
      return byHash.get(keyHashOf(key))
    },
  }
}
