import {
  closeSync,
  copyFileSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { dirname } from 'node:path'

const LIMIT_BYTES = 16 * 1024 * 1024
const TAIL_BYTES = 8_192

/**
 * Keeps a log file within `limit` bytes: when larger, its content becomes `FILE.1` (replacing an older one) and the
 * file starts anew. Copied and cut, not renamed, since the child goes on writing to the same open file (O_APPEND).
 */
export function boundLog(file: string, limit = LIMIT_BYTES): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size <= limit) return
  copyFileSync(file, `${file}.1`)
  truncateSync(file)
}

/** Opens a log file for appending, bounded first; the caller closes it. */
export function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true })
  boundLog(file)
  return openSync(file, 'a', 0o640)
}

/** The last `lines` lines of a log file; none when there is no such file. */
export function tailOf(file: string, lines: number): string[] {
  if (!statSync(file, { throwIfNoEntry: false })) return []
  const fd = openSync(file, 'r')
  try {
    const size = fstatSync(fd).size
    const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES))
    readSync(fd, bytes, 0, bytes.length, size - bytes.length)
    return bytes.toString('utf8').trimEnd().split('\n').slice(-lines)
  } finally {
    closeSync(fd)
  }
}
