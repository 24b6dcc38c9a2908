import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Revisions, revisions } from './revise.js'

/** One file of revisions per gateway: a revision means something only to the store that was told it. */
export const revisionsFile = (data: string, target: URL): string =>
  join(data, 'portal', `${target.hostname}-${target.port || 'default'}.json`)

/** The revisions made so far; none when there is no file. @throws ZodError or SyntaxError when the file is damaged */
export function readRevisions(file: string): Revisions {
  try {
    return revisions.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

/** Replaces the file whole, so that a crash leaves the old one or the new one. */
export function writeRevisions(file: string, known: Revisions): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, JSON.stringify(known))
  renameSync(`${file}.new`, file)
}
