import { ReadPart } from '../design/read-part.js'
import { RowsTable } from '../design/rows-table.js'
import { Tile } from '../design/tile.js'
import { ExportMenu } from '../exports/export-menu.js'
import { useSpeech } from '../i18n/language.js'
import type { Settlement, settlements } from '../rest/quarantine.js'
import type { Reading } from '../rest/use-read.js'
import type { z } from 'zod'
import { trailExport } from './held-export.js'
import { byName } from './held-table.js'

const OUTCOMES = ['stored', 'duplicate', 'superseded'] as const

function Table({ rows }: { rows: readonly Settlement[] }) {
  const speech = useSpeech()
  const { m, f } = speech
  const words = m.sourcesPage.trail
  const became = (s: Settlement): string =>
    OUTCOMES.filter((o) => s[o] > 0)
      .map((o) => `${m.sourcesPage.outcomes[o]} ${f.count(s[o])}`)
      .join(', ')
  return (
    <RowsTable<Settlement>
      caption={words.title}
      rows={rows}
      keyOf={(s) => `${s.status} ${s.by} ${s.reason}`}
      name={{ head: words.at, cell: (s) => f.moment(s.lastAt) }}
      columns={[
        { head: words.by, cell: (s) => byName(s.by, speech), words: true },
        { head: words.what, cell: (s) => m.sourcesPage.statuses[s.status] ?? s.status, words: true },
        { head: words.why, cell: (s) => s.reason, words: true },
        { head: words.records, cell: (s) => f.count(s.records) },
        { head: words.became, cell: became, words: true },
      ]}
    />
  )
}

/** The trail: who let in or gave up how many records, why, and what became of them. */
export function TrailTile({ read }: { read: Reading<z.infer<typeof settlements>> }) {
  const speech = useSpeech()
  const words = speech.m.sourcesPage.trail
  const rows = read.value?.settlements ?? []
  return (
    <Tile
      title={words.title}

      aside={rows.length > 0 && <ExportMenu table={() => trailExport(rows, speech)} />}
    >
      <ReadPart of={read}>
        {({ settlements: all }) =>
          all.length === 0 ? <p className="quiet-state">{words.empty}</p> : <Table rows={all} />
        }
      </ReadPart>
    </Tile>
  )
}
