import type { ExportTable } from '../exports/table.js'
import type { Speech } from '../i18n/language.js'
import type { BookHour, Incident, Manifest } from '../rest/books.js'
import { KINDS } from './books.js'

/** The books by source and hour of receiving. */
export function hoursExport(rows: readonly BookHour[], { m }: Speech): ExportTable<BookHour> {
  const words = m.qualityPage.books
  return {
    title: words.title,
    file: words.file,
    columns: [
      { id: 'source', name: words.source, kind: 'text', of: (h) => h.source },
      { id: words.fromId, name: words.from, kind: 'instant', of: (h) => h.from },
      { id: words.toId, name: words.to, kind: 'instant', of: (h) => h.to },
      ...KINDS.map((kind) => ({
        id: kind,
        name: words[kind],
        kind: 'number' as const,
        unit: m.qualityPage.records,
        of: (h: BookHour) => h[kind],
      })),
    ],
    rows,
    filters: [],
  }
}

/** What sources say they sent, beside what was received. */
export function manifestsExport(rows: readonly Manifest[], { m }: Speech): ExportTable<Manifest> {
  const words = m.qualityPage.manifests
  const books = m.qualityPage.books
  const unit = m.qualityPage.records
  return {
    title: words.title,
    file: words.file,
    columns: [
      { id: 'source', name: books.source, kind: 'text', of: (r) => r.source },
      { id: 'type', name: words.type, kind: 'text', of: (r) => m.qualityPage.eventTypes[r.type] ?? r.type },
      { id: books.fromId, name: books.from, kind: 'instant', of: (r) => r.from },
      { id: books.toId, name: books.to, kind: 'instant', of: (r) => r.to },
      { id: 'sent', name: words.sent, kind: 'number', unit, of: (r) => r.records },
      { id: 'received', name: words.received, kind: 'number', unit, of: (r) => r.received },
      { id: 'difference', name: words.difference, kind: 'number', unit, of: (r) => r.difference },
      { id: 'posted', name: words.posted, kind: 'instant', of: (r) => r.postedAt },
    ],
    rows,
    filters: [],
  }
}

/** What recounts found and healed. */
export function incidentsExport(rows: readonly Incident[], { m }: Speech): ExportTable<Incident> {
  const words = m.qualityPage.incidents
  return {
    title: words.title,
    file: words.file,
    columns: [
      { id: 'at', name: words.at, kind: 'instant', of: (i) => i.at },
      { id: 'table', name: words.subject, kind: 'text', of: (i) => i.subject },
      { id: 'differing', name: words.differing, kind: 'number', of: (i) => i.differing },
    ],
    rows,
    filters: [],
  }
}
