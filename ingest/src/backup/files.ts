import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * What of a data directory is no part of a backup: the stores themselves, logs, what is of one run only, and how far the
 * replay of an exercise came, which would be beyond what the backup holds.
 */
const LEFT_OUT = new Set(['engine', 'redis', 'logs', 'backups', 'replay', 'run.json', 'supervisor.lock'])

/** Copies what lies beside the stores (secrets, accounts, audit, alarms, boundaries …), rights included. */
export async function copyBeside(from: string, to: string): Promise<string[]> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  const entries = (await readdir(from)).filter((e) => !LEFT_OUT.has(e) && !e.endsWith('.new'))
  for (const entry of entries) await cp(join(from, entry), join(to, entry), { recursive: true })
  return entries
}

/** Moves a directory, to another file system too. */
export async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  try {
    await rename(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await cp(from, to, { recursive: true })
    await rm(from, { recursive: true })
  }
}
