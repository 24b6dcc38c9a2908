import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'

/**
 * Reads a JSON file against its schema; undefined when there is none. Throws when it is there and not what it should
 * be: a damaged accounts file must stop the sign-in, not empty it.
 */
export async function readJson<S extends z.ZodType>(
  file: string,
  schema: S,
): Promise<z.output<S> | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** Replaces a file whole (0600, directory 0700), on disk before it returns: a crash leaves the old one or the new. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const next = `${file}.${randomBytes(6).toString('hex')}`
  const handle = await open(next, 'w', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(value, null, 1)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(next, file)
}
