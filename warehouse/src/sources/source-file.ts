import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { turns } from '@mcc/contract'
import { z } from 'zod'
import { readJson, writeJson } from '../files/secret-file.js'

/** Names of sources: letters, digits, `.`, `_` and `-`. */
export const sourceName = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w.-]+$/)
const sourceKey = z.object({
  name: z.string(),
  keyHash: z.string(),
  createdAt: z.string(),
  revokedAt: z.string().optional(),
})
/** One API key of a source, as it is kept: by its hash. Times are ISO 8601. */
export type SourceKey = z.infer<typeof sourceKey>
const sourceFile = z.object({ sources: z.array(sourceKey) })

export const sourcesPath = (dataDir: string): string => join(dataDir, 'secrets', 'sources.json')
export const keyHashOf = (key: string): string => createHash('sha256').update(key).digest('hex')
/** Names a key without giving it away. */
export const keyIdOf = (key: SourceKey): string => key.keyHash.slice(0, 12)

/** All keys that were ever made, oldest first. Throws when the file is there and not what it should be. */
export const readSourceKeys = async (dataDir: string): Promise<SourceKey[]> =>
  (await readJson(sourcesPath(dataDir), sourceFile))?.sources ?? []

const save = (dataDir: string, sources: readonly SourceKey[]): Promise<void> =>
  writeJson(sourcesPath(dataDir), { sources })

/** One change after another, so that two at the same moment cannot undo each other. */
const inTurn = turns()

/** Makes an API key for a source; the key is told once, only its hash is kept. Earlier keys of the source stay valid. */
export function addSource(dataDir: string, name: string, now: number): Promise<string> {
  return inTurn(async () => {
    const key = `mcc_${randomBytes(24).toString('base64url')}`
    const made = { name, keyHash: keyHashOf(key), createdAt: new Date(now).toISOString() }
    await save(dataDir, [...(await readSourceKeys(dataDir)), made])
    return key
  })
}

function revoke(dataDir: string, which: (key: SourceKey) => boolean, now: number): Promise<number> {
  return inTurn(async () => {
    const keys = await readSourceKeys(dataDir)
    const ended = keys.filter((key) => key.revokedAt === undefined && which(key))
    const revokedAt = new Date(now).toISOString()
    if (ended.length > 0)
      await save(
        dataDir,
        keys.map((key) => (ended.includes(key) ? { ...key, revokedAt } : key)),
      )
    return ended.length
  })
}

/** Revokes all keys of a source; returns how many were valid. */
export const revokeSource = (dataDir: string, name: string, now: number): Promise<number> =>
  revoke(dataDir, (key) => key.name === name, now)

/** Revokes one key of a source by its id; false when there is no such valid key. */
export const revokeKey = async (dataDir: string, name: string, id: string, now: number): Promise<boolean> =>
  (await revoke(dataDir, (key) => key.name === name && keyIdOf(key) === id, now)) > 0
