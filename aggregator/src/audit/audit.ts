import { mkdir, open, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { turns } from '@mcc/contract'
import { type AuditEntry, auditRecord, chained, START } from './chain.js'
import { endOf, linesBefore } from './lines.js'

/**
 * The last record that stands, START where there is none. Half a line after it, left by a crash, is cut off: nothing was
 * shown or done on its word, and it would spoil the next one. Throws when the last line is no record.
 */
async function lastOf(directory: string): Promise<{ seq: number; hash: string }> {
  const end = await endOf(directory)
  if (end) await truncate(join(directory, end.file), end.at)
  for await (const { line } of linesBefore(directory, end)) return auditRecord.parse(JSON.parse(line))
  return START
}

/** The record of who looked at lines: one file a month, each record bound to the one before by its hash. */
export class Audit {
  private readonly inTurn = turns()
  private last: { seq: number; hash: string } | undefined

  constructor(private readonly directory: string) {}

  /** On disk when it resolves; when it rejects, whatever was to be looked at must not be shown. */
  append(entry: AuditEntry): Promise<void> {
    return this.inTurn(() => this.write(entry))
  }

  private async write(entry: AuditEntry): Promise<void> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 })
    this.last ??= await lastOf(this.directory)
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
