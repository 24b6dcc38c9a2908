import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BackupError, storeManifest } from '@mcc/warehouse'
import { z } from 'zod'

/** `manifest.json` of a backup directory. Written last: a directory without it is no whole backup. */
export const manifest = z.object({
  format: z.literal(1),
  /** When it was made, real time. */
  madeAt: z.iso.datetime(),
  /** The settled watermark: everything known up to then is in it. ISO 8601; the exercise's time on an exercise store. */
  watermark: z.iso.datetime(),
  /** What was received from here on may not be in it: sources send it again, overlap does no harm. */
  resendFrom: z.iso.datetime(),
  /** Is the store's part in this directory (`store/`), or on the server's own disk `backups`? */
  place: z.enum(['here', 'server']),
  /** What was copied from beside the stores into `files/`. */
  files: z.array(z.string()),
  store: storeManifest,
})
export type Manifest = z.infer<typeof manifest>

const NAME = 'manifest.json'

export const writeManifest = (directory: string, m: Manifest): Promise<void> =>
  writeFile(join(directory, NAME), `${JSON.stringify(m, null, 2)}\n`, { mode: 0o600 })

/** The manifest of a backup, named by its directory or by the file itself. @throws BackupError */
export async function readManifest(path: string): Promise<{ directory: string; manifest: Manifest }> {
  const directory = path.endsWith(NAME) ? join(path, '..') : path
  const text = await readFile(join(directory, NAME), 'utf8').catch(() => {
    throw new BackupError(`${directory} has no ${NAME}: it is no backup, or one that was not finished`)
  })
  const parsed = manifest.safeParse(JSON.parse(text))
  if (!parsed.success)
    throw new BackupError(`${directory}/${NAME} cannot be read: ${z.prettifyError(parsed.error)}`)
  return { directory, manifest: parsed.data }
}
