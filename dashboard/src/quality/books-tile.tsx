import { Tile } from '../design/tile.js'
import { ReadPart } from '../design/read-part.js'
import { RowsTable } from '../design/rows-table.js'
import { ExportMenu } from '../exports/export-menu.js'
import { useSpeech } from '../i18n/language.js'
import { booksBySource, isOff, SPAN_NAMES, type SourceBooks } from './books.js'
import { countColumns, SourceHours } from './source-hours.js'
import { hoursExport } from './books-export.js'
import type { Books } from './use-books.js'
import { useQualitySearch } from './use-quality-search.js'

function SpanChoice() {
  const { m } = useSpeech()
  const [{ span = '1d' }, change] = useQualitySearch()
  return (
    <select
      aria-label={m.qualityPage.span}
      value={span}
      onChange={({ currentTarget }) =>
        change({ span: SPAN_NAMES.find((one) => one === currentTarget.value) })
      }
    >
      {SPAN_NAMES.map((one) => (
        <option key={one} value={one}>
          {m.qualityPage.spans[one]}
        </option>
      ))}
    </select>
  )
}

/** received = stored + duplicate + superseded + quarantined + in flight, per source and, unfolded, per hour. */
export function BooksTile({ of: { past, books } }: { of: Books }) {
  const speech = useSpeech()
  const { m } = speech
  const words = m.qualityPage.books
  const hours = books.value?.hours ?? []
  const controls = !past && (
    <span className="tile-controls">
      <SpanChoice />
      {hours.length > 0 && <ExportMenu table={() => hoursExport(hours, speech)} />}
    </span>
  )
  return (
    <Tile title={words.title} className="desk-whole" aside={controls}>
      {past ? (
        <p className="quiet-state">{m.times.noPast}</p>
      ) : (
        <ReadPart of={books}>
          {(read) =>
            read.hours.length === 0 ? (
              <p className="quiet-state">{words.empty}</p>
            ) : (
              <>
                <RowsTable<SourceBooks>
                  caption={words.title}
                  rows={booksBySource(read.hours)}
                  keyOf={(row) => row.source}
                  name={{ head: words.source, cell: (row) => row.source }}
                  columns={countColumns(speech)}
                  off={isOff}
                  detail={{
                    show: words.hourly,
                    hide: m.qualityPage.incidents.hide,
                    of: (row) => <SourceHours of={row} />,
                  }}
                />
                <p className="table-signs">{words.rule}</p>
              </>
            )
          }
        </ReadPart>
      )}
    </Tile>
  )
}
