import type { AdminSearch } from '../../app/search.js'
import type { ExportTable } from '../../exports/table.js'
import type { Speech } from '../../i18n/language.js'
import type { AuditRecord } from '../../rest/audit.js'
import { actionText, detailText, roleText, scopeText } from './record-words.js'

/** The records as shown, with what narrows them; the act stands both in words and as the server names it. */
export function auditExport(
  rows: readonly AuditRecord[],
  { who, action, from, to }: AdminSearch,
  speech: Speech,
): ExportTable<AuditRecord> {
  const words = speech.m.administration
  const ids = words.exportIds
  const filters: [string, string | undefined][] = [
    [words.who, who],
    [words.did, action === undefined ? undefined : actionText(action, speech)],
    [words.from, from],
    [words.to, to],
  ]
  return {
    title: words.parts.audit,
    file: words.files.audit,
    columns: [
      { id: ids.seq, name: words.seq, kind: 'number', of: (r) => r.seq },
      { id: ids.at, name: words.when, kind: 'instant', of: (r) => r.at },
      { id: ids.who, name: words.who, kind: 'text', of: (r) => r.who },
      { id: ids.role, name: words.role, kind: 'text', of: (r) => roleText(r.role, speech) },
      { id: ids.scope, name: words.scope, kind: 'text', of: (r) => scopeText(r.scope, speech) },
      { id: ids.did, name: words.did, kind: 'text', of: (r) => actionText(r.action, speech) },
      { id: ids.action, name: words.actionName, kind: 'text', of: (r) => r.action },
      { id: ids.detail, name: words.detail, kind: 'text', of: (r) => detailText(r, speech) },
      { id: ids.rows, name: words.rows, kind: 'number', of: (r) => r.rows },
      { id: ids.outcome, name: words.outcome, kind: 'text', of: (r) => words.outcomes[r.outcome] },
    ],
    rows,
    filters: filters.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  }
}
