import { follows, recordOf, START } from './chain.js'
import { linesOf } from './lines.js'

/** What the whole audit says. */
interface AuditCheck {
  /** Records in all. */
  records: number
  /** The place (from 1) of the first that was altered, removed or put in. */
  broken: number | undefined
  people: string[]
  actions: string[]
}

/** Reads the audit from its beginning, a line at a time, and checks the chain. A damaged line breaks it. */
export async function checkAudit(directory: string): Promise<AuditCheck> {
  const people = new Set<string>()
  const actions = new Set<string>()
  let last = START
  let records = 0
  let broken: number | undefined
  for await (const line of linesOf(directory)) {
    records += 1
    const record = recordOf(line)
    if (!record || !follows(record, last)) broken ??= records
    if (!record) continue
    last = record
    people.add(record.who)
    actions.add(record.action)
  }
  return { records, broken, people: [...people].toSorted(), actions: [...actions].toSorted() }
}
