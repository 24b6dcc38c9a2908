import type { Line } from './batch.js'

/**
 * Records of a batch as text: of each a line of its number, key, revision, hash and the facility it needs, with tabs
 * between them, then a line with its rows. Keys, hashes and facilities hold neither tab nor line end by contract, rows are
 * escaped text (`Content`), so nothing has to be escaped here.
 */
export function textOf(lines: readonly Line[]): string {
  let text = ''
  for (const { line, needs, entry } of lines)
    text += `${line}\t${entry.key}\t${entry.rev}\t${entry.hash}\t${needs}\n${entry.rows}\n`
  return text
}

/** The records of such a text. Throws when it was cut off. */
export function entriesFrom(text: string): Line[] {
  const lines: Line[] = []
  for (let at = 0; at < text.length;) {
    const head = text.indexOf('\n', at)
    const end = text.indexOf('\n', head + 1)
    if (head < 0 || end < 0) throw new Error('a batch in the queue is cut off')
    const [line, key, rev, hash, needs] = text.slice(at, head).split('\t') as [
      string,
      string,
      string,
      string,
      string,
    ]
    lines.push({
      line: Number(line),
      needs,
      entry: { key, rev: Number(rev), hash, rows: text.slice(head + 1, end) },
    })
    at = end + 1
  }
  return lines
}
