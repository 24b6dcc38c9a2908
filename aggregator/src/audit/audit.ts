import { mkdir, open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AuditEntry, type AuditRecord, auditRecord, chained, GENESIS } from './chain.js'

/** All records of a directory, oldest first. Throws on a line that is no record. */
export async function readAudit(directory: string): Promise<AuditRecord[]> {
  const files = (await readdir(directory).catch(() => [])).filter((f) => f.endsWith('.ndjson')).toSorted()
  const texts = await Promise.all(files.map((f) => readFile(join(directory, f), 'utf8')))
  return texts.flatMap((t) =>
    t
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => auditRecord.parse(JSON.parse(line))),
  )
}

/** The record of who looked at lines: one file a month, each record bound to the one before by its hash. */
export class Audit {
  private turn: Promise<unknown> = Promise.resolve()
  private last: { seq: number; hash: string } | undefined

  constructor(private readonly directory: string) {}

  /** On disk when it resolves; when it rejects, whatever was to be looked at must not be shown. */
  append(entry: AuditEntry): Promise<void> {
    const next = this.turn.then(() => this.write(entry))
    this.turn = next.catch(() => undefined)
    return next
  }

  private async write(entry: AuditEntry): Promise<void> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 })
    this.last ??= (await readAudit(this.directory)).at(-1) ?? { seq: 0, hash: GENESIS }
    const record = chained(entry, this.last)
    const handle = await open(join(this.directory, `${entry.at.slice(0, 7)}.ndjson`), 'a', 0o600)
    try {
      await handle.writeFile(`${JSON.stringify(record)}\n`)
      await handle.datasync()
    } catch (error) {
      // perhaps half a line: read the end again before the next one
      this.last = undefined
      throw error
    } finally {
      await handle.close()
    }
    this.last = record
  }
}
