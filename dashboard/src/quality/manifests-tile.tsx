import { Tile } from '../design/tile.js'
import { ReadPart } from '../design/read-part.js'
import { RowsTable } from '../design/rows-table.js'
import { ExportMenu } from '../exports/export-menu.js'
import { useSpeech } from '../i18n/language.js'
import type { Manifest } from '../rest/books.js'
import { manifestsExport } from './books-export.js'
import type { Books } from './use-books.js'
import { windowText } from '../design/window-text.js'

function Table({ manifests }: { manifests: readonly Manifest[] }) {
  const { m, f } = useSpeech()
  const words = m.qualityPage.manifests
  return (
    <RowsTable<Manifest>
      caption={words.title}
      rows={manifests}
      keyOf={(r) => `${r.source} ${r.type} ${r.from} ${r.to}`}
      name={{ head: m.qualityPage.books.source, cell: (r) => r.source }}
      columns={[
        { head: words.type, cell: (r) => m.qualityPage.eventTypes[r.type] ?? r.type, words: true },
        { head: words.window, cell: (r) => windowText(r.from, r.to, m, f), words: true },
        { head: words.sent, cell: (r) => f.count(r.records) },
        { head: words.received, cell: (r) => f.count(r.received) },
        {
          head: words.difference,
          cell: (r) =>
            r.difference === 0 ? (
              words.same
            ) : (
              <strong className="serious" data-testid="manifest-difference" data-value={r.difference}>
                ◆ {f.signed(r.difference)}
              </strong>
            ),
        },
      ]}
      off={(r) => r.difference !== 0}
    />
  )
}

/** A source's own counts beside ours. */
export function ManifestsTile({ of: { past, books } }: { of: Books }) {
  const speech = useSpeech()
  const { m } = speech
  const words = m.qualityPage.manifests
  const rows = books.value?.manifests ?? []
  return (
    <Tile
      title={words.title}
      aside={!past && rows.length > 0 && <ExportMenu table={() => manifestsExport(rows, speech)} />}
    >
      {past ? (
        <p className="quiet-state">{m.times.noPast}</p>
      ) : (
        <ReadPart of={books}>
          {({ manifests }) => (
            <>
              {manifests.length === 0 ? (
                <p className="quiet-state">{words.empty}</p>
              ) : (
                <Table manifests={manifests} />
              )}
              <p className="table-signs">{words.rule}</p>
            </>
          )}
        </ReadPart>
      )}
    </Tile>
  )
}
