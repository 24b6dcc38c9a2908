import { type AuditRecord, auditRecord } from '../audit/chain.js'
import { linesOf } from '../audit/lines.js'

/** All records of a directory, oldest first. Throws on a line that is no record. */
export async function readAudit(directory: string): Promise<AuditRecord[]> {
  const records: AuditRecord[] = []
  for await (const line of linesOf(directory)) records.push(auditRecord.parse(JSON.parse(line)))
  return records
}
