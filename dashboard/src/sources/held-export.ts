import type { ExportTable } from '../exports/table.js'
import type { Speech } from '../i18n/language.js'
import type { HeldLine, Settlement } from '../rest/quarantine.js'
import type { SourceLine } from '../rest/source-list.js'
import { byName, codeName, typeName } from './held-table.js'

/** Held records as the page shows them, without their bodies. */
export function heldExport(rows: readonly HeldLine[], speech: Speech): ExportTable<HeldLine> {
  const { m } = speech
  const words = m.sourcesPage.held
  return {
    title: words.title,
    file: words.file,
    columns: [
      { id: 'source', name: words.source, kind: 'text', of: (l) => l.source },
      { id: 'received', name: words.received, kind: 'instant', of: (l) => l.receivedAt },
      { id: 'type', name: words.type, kind: 'text', of: (l) => typeName(l.type, speech) },
      { id: 'batch', name: words.batch, kind: 'text', of: (l) => l.batch },
      { id: 'line', name: words.line('').trim(), kind: 'number', of: (l) => l.line },
      { id: 'field', name: words.field, kind: 'text', of: (l) => l.path },
      { id: 'code', name: m.exports.code, kind: 'text', of: (l) => l.code },
      { id: 'reason', name: words.reason, kind: 'text', of: (l) => codeName(l.code, speech) },
      { id: 'status', name: words.status, kind: 'text', of: (l) => m.sourcesPage.statuses[l.status] },
      { id: 'by', name: m.sourcesPage.trail.by, kind: 'text', of: (l) => byName(l.by, speech) },
      { id: 'why', name: m.sourcesPage.trail.why, kind: 'text', of: (l) => l.reason },
    ],
    rows,
    filters: [],
  }
}

/** Sources as the page lists them. */
export function sourcesExport(
  rows: readonly SourceLine[],
  day: string,
  { m }: Speech,
): ExportTable<SourceLine> {
  const words = m.sourcesPage.list
  const unit = m.qualityPage.records
  return {
    title: words.title,
    file: words.file,
    columns: [
      { id: 'source', name: words.source, kind: 'text', of: (s) => s.name },
      { id: 'last_heard', name: words.lastHeard, kind: 'instant', of: (s) => s.lastHeardAt },
      { id: 'received', name: words.received(day), kind: 'number', unit, of: (s) => s.received },
      { id: 'refused', name: words.refused, kind: 'number', unit, of: (s) => s.refused },
      { id: 'held', name: words.held, kind: 'number', unit, of: (s) => s.held },
    ],
    rows,
    filters: [],
  }
}

/** Who settled what. */
export function trailExport(rows: readonly Settlement[], speech: Speech): ExportTable<Settlement> {
  const { m } = speech
  const words = m.sourcesPage.trail
  const number = (id: 'records' | 'stored' | 'duplicate' | 'superseded', name: string) => ({
    id,
    name,
    kind: 'number' as const,
    unit: m.qualityPage.records,
    of: (s: Settlement) => s[id],
  })
  return {
    title: words.title,
    file: words.file,
    columns: [
      { id: 'at', name: words.at, kind: 'instant', of: (s) => s.lastAt },
      { id: 'by', name: words.by, kind: 'text', of: (s) => byName(s.by, speech) },
      { id: 'what', name: words.what, kind: 'text', of: (s) => m.sourcesPage.statuses[s.status] },
      { id: 'why', name: words.why, kind: 'text', of: (s) => s.reason },
      number('records', words.records),
      number('stored', m.qualityPage.books.stored),
      number('duplicate', m.qualityPage.books.duplicate),
      number('superseded', m.qualityPage.books.superseded),
    ],
    rows,
    filters: [],
  }
}
