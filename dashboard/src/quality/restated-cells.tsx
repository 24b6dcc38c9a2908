import { RowsTable } from '../design/rows-table.js'
import { useSpeech } from '../i18n/language.js'
import type { RestatedCell } from '../rest/restatements.js'
import { cellName } from './restated-export.js'

type Batch = RestatedCell['reasons'][number]['batches'][number] & { reason: string }

/** The batches behind the changes of one cell. */
function Batches({ of }: { of: RestatedCell }) {
  const { m, f } = useSpeech()
  const words = m.qualityPage.restated
  const rows = of.reasons.flatMap(({ reason, batches }): Batch[] =>
    batches.map((b) => ({ ...b, reason: words.reasons[reason] })),
  )
  const unnamed = of.reasons.reduce((n, r) => n + r.batchCount - r.batches.length, 0)
  return (
    <>
      <RowsTable<Batch>
        caption={words.batches}
        rows={rows}
        keyOf={(b) => `${b.batch} ${b.reason} ${b.source}`}
        name={{ head: words.reason, cell: (b) => b.reason }}
        columns={[
          { head: words.change, cell: (b) => f.signed(b.change) },
          { head: m.qualityPage.books.source, cell: (b) => b.source, words: true },
          { head: words.receivedAt, cell: (b) => f.moment(b.receivedAt), words: true },
          { head: words.knownAt, cell: (b) => f.moment(b.knownAt), words: true },
          { head: words.batch, cell: (b) => <code className="code-cell">{b.batch}</code>, words: true },
        ]}
      />
      {unnamed > 0 && <p className="quiet-state">{words.moreBatches(f.count(unnamed))}</p>}
    </>
  )
}

/** Which cells changed, by how much and why; a cell unfolds to its batches. */
export function RestatedCells({ cells }: { cells: readonly RestatedCell[] }) {
  const speech = useSpeech()
  const { m, f } = speech
  const words = m.qualityPage.restated
  return (
    <RowsTable<RestatedCell>
      caption={words.title}
      rows={cells}
      keyOf={(c) => `${c.day} ${c.unit} ${c.product} ${c.doseNo} ${c.series}`}
      name={{ head: words.cell, cell: (c) => cellName(c, speech) }}
      columns={[
        { head: words.change, cell: (c) => <strong>{f.signed(c.change)}</strong> },
        {
          head: words.reason,
          words: true,
          cell: (c) =>
            c.reasons
              .map((r) => words.why(words.reasons[r.reason], f.signed(r.change), f.count(r.records)))
              .join('; '),
        },
      ]}
      detail={{ show: words.batches, hide: words.hide, of: (c) => <Batches of={c} /> }}
    />
  )
}
