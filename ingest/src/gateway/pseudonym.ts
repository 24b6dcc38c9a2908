import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Pseudonymise = (input: unknown) => unknown

/** The key of the pseudonyms: from the environment, or a file outside the stores, made at first need. */
export async function pseudonymKey(dataDir: string, fromEnvironment: string | undefined): Promise<string> {
  if (fromEnvironment !== undefined) return fromEnvironment
  const directory = join(dataDir, 'secrets')
  const path = join(directory, 'pseudonym.key')
  await mkdir(directory, { recursive: true, mode: 0o700 })
  try {
    await writeFile(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFile(path, 'utf8')
}

/**
 * Replaces `person`, in the record given, by its HMAC-SHA-256 before anything else sees the record, so that whatever a
 * source uses as an identifier never enters queue, warehouse, quarantine or logs.
 */
export function makePseudonymise(text: string): Pseudonymise {
  const key = createSecretKey(text, 'utf8')
  return (input) => {
    if (typeof input !== 'object' || input === null || !('person' in input)) return input
    const { person } = input
    // what is no identifier is not kept; the check then says what is wrong with it
    const known = typeof person === 'string' && person !== ''
    input.person = known ? createHmac('sha256', key).update(person).digest('hex').slice(0, 32) : null
    return input
  }
}
