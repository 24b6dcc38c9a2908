import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where keys and tokens of a data directory lie, readable by their owner only. */
export function secretsDir(data: string): string {
  const directory = join(data, 'secrets')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  return directory
}

/** The secret `name` of a data directory, kept between starts; made by `make` when there is none yet. */
export function keptSecret(data: string, name: string, make: () => string): string {
  const file = join(secretsDir(data), name)
  try {
    const kept = readFileSync(file, 'utf8').trim()
    if (kept) return kept
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const made = make()
  writeFileSync(file, `${made}\n`, { mode: 0o600 })
  return made
}

/** 192 random bits, safe in URLs and command lines. */
export const randomToken = (): string => randomBytes(24).toString('base64url')
