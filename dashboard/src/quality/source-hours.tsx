import { RowsTable, type RowColumn } from '../design/rows-table.js'
import { useSpeech, type Speech } from '../i18n/language.js'
import type { BookHour } from '../rest/books.js'
import { type Counts, KINDS, type SourceBooks } from './books.js'
import { windowText } from '../design/window-text.js'

/** A column for each part of the books; what is not accounted for is marked. */
export function countColumns<Row extends Counts>({ m, f }: Speech): RowColumn<Row>[] {
  return KINDS.map((kind) => ({
    head: m.qualityPage.books[kind],
    cell: (row) =>
      kind === 'unexplained' && row[kind] !== 0 ? (
        <strong className="serious">▲ {f.signed(row[kind])}</strong>
      ) : (
        f.count(row[kind])
      ),
  }))
}

/** What a source sent hour by hour and what became of it, newest first. */
export function SourceHours({ of }: { of: SourceBooks }) {
  const speech = useSpeech()
  const { m, f } = speech
  return (
    <RowsTable<BookHour>
      caption={m.qualityPage.books.hours(of.source)}
      rows={of.hours}
      keyOf={(h) => h.from}
      name={{ head: m.qualityPage.books.hour, cell: (h) => windowText(h.from, h.to, m, f) }}
      columns={countColumns(speech)}
      off={(h) => h.unexplained !== 0}
    />
  )
}
