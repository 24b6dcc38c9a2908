import { createReadStream } from 'node:fs'
import { type FileHandle, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const CHUNK = 65_536
const NEW_LINE = 10

/** A place between two lines: a file's name, and how many of its bytes lie before. */
export interface Place {
  file: string
  at: number
}

/** The files of a directory, oldest first; none where there is no directory. */
async function filesOf(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.filter((f) => f.endsWith('.ndjson')).toSorted()
}

/** Lines that end before byte `end`, the last first, each with the byte that it begins at; bytes after the last line end are a line too. */
async function* backwards(handle: FileHandle, end: number): AsyncGenerator<{ line: string; at: number }> {
  // what was read of a line whose beginning lies further before
  let rest = Buffer.alloc(0)
  for (let at = end; at > 0;) {
    const size = Math.min(CHUNK, at)
    at -= size
    const chunk = Buffer.alloc(size)
    await handle.read(chunk, 0, size, at)
    const bytes = Buffer.concat([chunk, rest])
    let to = bytes.length
    for (
      let cut = bytes.lastIndexOf(NEW_LINE);
      cut !== -1;
      cut = bytes.subarray(0, to).lastIndexOf(NEW_LINE)
    ) {
      yield { line: bytes.toString('utf8', cut + 1, to), at: at + cut + 1 }
      to = cut
    }
    rest = bytes.subarray(0, to)
  }
  yield { line: rest.toString('utf8'), at: 0 }
}

/**
 * Where the whole lines of the newest file end; undefined where there is no file. What comes after is being written now,
 * or was torn off by a crash: nobody was told that it stands there.
 */
export async function endOf(directory: string): Promise<Place | undefined> {
  const file = (await filesOf(directory)).at(-1)
  if (file === undefined) return undefined
  const handle = await open(join(directory, file))
  try {
    for await (const { at } of backwards(handle, (await handle.stat()).size)) return { file, at }
    return undefined
  } finally {
    await handle.close()
  }
}

/** The whole lines of a directory's files, oldest first. */
export async function* linesOf(directory: string): AsyncGenerator<string> {
  const end = await endOf(directory)
  for (const file of await filesOf(directory)) {
    if (end === undefined || file > end.file || (file === end.file && end.at === 0)) return
    const until = file === end.file ? { end: end.at - 1 } : {}
    const input = createReadStream(join(directory, file), { encoding: 'utf8', ...until })
    for await (const line of createInterface({ input, crlfDelay: Infinity })) if (line !== '') yield line
  }
}

/** The whole lines before a place, or all of them, newest first, each with the place where it begins. */
export async function* linesBefore(
  directory: string,
  before: Place | undefined,
): AsyncGenerator<{ line: string; place: Place }> {
  const from = before ?? (await endOf(directory))
  for (const file of (await filesOf(directory)).toReversed()) {
    if (from === undefined || file > from.file) continue
    const handle = await open(join(directory, file))
    try {
      const { size } = await handle.stat()
      const end = file === from.file ? Math.min(size, from.at) : size
      for await (const { line, at } of backwards(handle, end))
        if (line !== '') yield { line, place: { file, at } }
    } finally {
      await handle.close()
    }
  }
}
