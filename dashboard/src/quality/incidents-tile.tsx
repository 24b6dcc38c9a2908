import { allows } from '@mcc/contract'
import { Tile } from '../design/tile.js'
import { ReadPart } from '../design/read-part.js'
import { RowsTable } from '../design/rows-table.js'
import { ExportMenu } from '../exports/export-menu.js'
import { useSpeech } from '../i18n/language.js'
import { type Incident, incidentExamples, incidentPath } from '../rest/books.js'
import { useSession } from '../rest/session.js'
import { useRead } from '../rest/use-read.js'
import { incidentsExport } from './books-export.js'
import { exampleOf, type Example } from './examples.js'
import type { Books } from './use-books.js'

function Examples({ id }: { id: string }) {
  const speech = useSpeech()
  const words = speech.m.qualityPage.incidents
  const read = useRead(incidentExamples, incidentPath(id))
  return (
    <ReadPart of={read}>
      {({ incidents: [one] }) =>
        one === undefined || one.examples.length === 0 ? (
          <p className="quiet-state">{words.none}</p>
        ) : (
          <RowsTable<Example>
            caption={words.examples(speech.f.count(one.examples.length))}
            rows={one.examples.map((raw) => exampleOf(raw, speech))}
            keyOf={(row) => row.where}
            name={{ head: words.where, cell: (row) => row.where }}
            columns={[
              { head: words.before, cell: (row) => row.before },
              { head: words.after, cell: (row) => row.after },
            ]}
          />
        )
      }
    </ReadPart>
  )
}

function Table({ incidents }: { incidents: readonly Incident[] }) {
  const { m, f } = useSpeech()
  const { caller } = useSession()
  const words = m.qualityPage.incidents
  const mayLook = allows(caller, 'administration')
  return (
    <RowsTable<Incident>
      caption={words.title}
      rows={incidents}
      keyOf={(i) => i.id}
      name={{ head: words.at, cell: (i) => f.moment(i.at) }}
      columns={[
        { head: words.subject, cell: (i) => words.subjects[i.subject] ?? i.subject, words: true },
        { head: words.differing, cell: (i) => f.count(i.differing) },
      ]}
      detail={{
        show: words.show,
        hide: words.hide,
        of: (i) => (mayLook ? <Examples id={i.id} /> : <p className="quiet-state">{words.onlyAdmin}</p>),
      }}
    />
  )
}

/** What the reconciler found and healed, with what stood there before and stands there after. */
export function IncidentsTile({ of: { past, healed } }: { of: Books }) {
  const speech = useSpeech()
  const { m } = speech
  const words = m.qualityPage.incidents
  const rows = healed.value?.incidents ?? []
  return (
    <Tile
      title={words.title}
      aside={!past && rows.length > 0 && <ExportMenu table={() => incidentsExport(rows, speech)} />}
    >
      {past ? (
        <p className="quiet-state">{m.times.noPast}</p>
      ) : (
        <ReadPart of={healed}>
          {({ incidents }) => (
            <>
              {incidents.length === 0 ? (
                <p className="quiet-state">✓ {words.empty}</p>
              ) : (
                <Table incidents={incidents} />
              )}
              <p className="table-signs">{words.rule}</p>
            </>
          )}
        </ReadPart>
      )}
    </Tile>
  )
}
