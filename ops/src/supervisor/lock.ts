import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { startedAt, stillRuns } from './process-identity.js'

export const LOCK_FILE = 'supervisor.lock'

const holder = z.object({ pid: z.int(), started: z.string(), what: z.string(), since: z.string() })
type Holder = z.infer<typeof holder>

/** The data directory is in use by another supervisor. */
export class DirectoryHeldError extends Error {
  override name = 'DirectoryHeldError'
  constructor(directory: string, by: Holder) {
    super(
      `Thư mục ${directory} đang được dùng · is held by "${by.what}" (pid ${by.pid}, since ${by.since}). ` +
        'Stop that process, or choose another MCC_DATA.',
    )
  }
}

function holderOf(file: string): Holder | undefined {
  try {
    return holder.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

/**
 * Takes `directory` for this process and returns what gives it back. A lock left by a process that no longer runs
 * is taken over.
 * @throws DirectoryHeldError when the holder still runs
 */
export function lockDirectory(directory: string, what: string, now: Date): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = join(directory, LOCK_FILE)
  const mine: Holder = {
    pid: process.pid,
    started: startedAt(process.pid) ?? '',
    what,
    since: now.toISOString(),
  }
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 2) throw error
      const by = holderOf(file)
      if (by && stillRuns(by.pid, by.started)) throw new DirectoryHeldError(directory, by)
      rmSync(file, { force: true })
    }
  }
}
