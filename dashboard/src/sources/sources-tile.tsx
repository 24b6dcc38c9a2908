import { Link } from '@tanstack/react-router'
import { ageText } from '../design/age.js'
import { ReadPart } from '../design/read-part.js'
import { RowsTable, type RowColumn } from '../design/rows-table.js'
import { Tile } from '../design/tile.js'
import { usePageSearch } from '../desk/use-page-search.js'
import { ExportMenu } from '../exports/export-menu.js'
import { useSpeech } from '../i18n/language.js'
import { booksBySource, spanStart } from '../quality/books.js'
import { delayText } from '../quality/delay-text.js'
import { SourceHours } from '../quality/source-hours.js'
import { accounting, accountingPath, type BookHour } from '../rest/books.js'
import type { sourceList } from '../rest/source-list.js'
import { type SourceTimeliness, timeliness, timelinessPath } from '../rest/timeliness.js'
import { type Reading, useRead } from '../rest/use-read.js'
import type { z } from 'zod'
import { hourly } from './activity.js'
import { ActivityBars } from './activity-bars.js'
import { sourcesExport } from './held-export.js'
import { type SourceRow, sourceRows } from './source-rows.js'
import { useSourcesSearch } from './use-sources-search.js'

const BOOKS_MS = 30_000
const DELAYS_MS = 60_000
/** Delays are of doses known in the last days. */
const DELAY_DAYS = 7

export type SourcesRead = Reading<z.infer<typeof sourceList>>

interface Known {
  hours: readonly BookHour[]
  delays: readonly SourceTimeliness[]
  /** Undefined until the clock of the records was heard. */
  now: string | undefined
}

/** The columns of a source: when it was heard, how it sends, how late, what of it is held. */
function useColumns(today: string, { hours, delays, now }: Known): RowColumn<SourceRow>[] {
  const speech = useSpeech()
  const { m, f } = speech
  const words = m.sourcesPage.list
  const delay = (name: string): string => {
    const of = delays.find((d) => d.source === name)
    return of === undefined
      ? words.noDelay
      : words.delayText(delayText(of.p50, speech), delayText(of.p95, speech))
  }
  const ofSource = (name: string) => hours.filter((h) => h.source === name)
  return [
    {
      head: words.lastHeard,
      cell: (s) => (s.lastHeardAt === null ? words.never : f.moment(s.lastHeardAt)),
      words: true,
    },
    { head: words.silent, cell: (s) => <Silent of={s} /> },
    {
      head: words.activity,
      cell: (s) => now !== undefined && <ActivityBars counts={hourly(ofSource(s.name), now)} />,
      words: true,
    },
    { head: words.delay, cell: (s) => delay(s.name), words: true },
    { head: words.received(f.dayShort(today)), cell: (s) => f.count(s.received) },
    { head: words.refused, cell: (s) => f.count(s.refused) },
    { head: words.held, cell: (s) => <Held of={s} /> },
    { head: words.keys, cell: (s) => <Keys of={s} /> },
  ]
}

function Silent({ of }: { of: SourceRow }) {
  const { m, f } = useSpeech()
  if (of.silentMs === undefined) return '–'
  return (
    <span className={of.silent ? 'serious' : undefined}>
      {of.silent && '◆ '}
      {ageText(of.silentMs, m, f)}
    </span>
  )
}

/** How many are held; a press narrows the quarantine below to them. */
function Held({ of }: { of: SourceRow }) {
  const { m, f } = useSpeech()
  const [, change] = useSourcesSearch()
  if (of.held === 0) return '0'
  return (
    <button
      type="button"
      className="link"
      aria-label={`${of.name}: ${m.sourcesPage.list.show} (${f.count(of.held)})`}
      onClick={() => {
        change({ source: of.name, status: undefined, code: undefined, type: undefined })
        document.getElementById('held')?.scrollIntoView()
      }}
    >
      {f.count(of.held)}
    </button>
  )
}

/** How many keys are valid; leads to where keys are made and ended. */
function Keys({ of }: { of: SourceRow }) {
  const { m, f } = useSpeech()
  const [page] = usePageSearch()
  return (
    <Link
      to="/admin/$part"
      params={{ part: 'keys' }}
      search={page}
      className="link"
      aria-label={`${of.name}: ${m.administration.parts.keys} (${f.count(of.validKeys)})`}
    >
      {of.validKeys === 0 ? m.sourcesPage.list.noKey : f.count(of.validKeys)}
    </Link>
  )
}

function Table({ rows, today, known }: { rows: readonly SourceRow[]; today: string; known: Known }) {
  const { m } = useSpeech()
  const words = m.sourcesPage.list
  const columns = useColumns(today, known)
  const books = booksBySource(known.hours)
  return (
    <RowsTable<SourceRow>
      caption={words.title}
      rows={rows}
      keyOf={(s) => s.name}
      ranked
      name={{ head: words.source, cell: (s) => s.name }}
      columns={columns}
      off={(s) => s.silent}
      detail={{
        show: m.qualityPage.books.hourly,
        hide: m.qualityPage.incidents.hide,
        of: (s) => {
          const of = books.find((b) => b.source === s.name)
          return of === undefined ? (
            <p className="quiet-state">{m.qualityPage.books.empty}</p>
          ) : (
            <SourceHours of={of} />
          )
        },
      }}
    />
  )
}

/** What the last day's books and delays say of the sources; parts of the list that may come later than the rest. */
function useKnown(now: string | undefined): Known {
  const from = now === undefined ? undefined : accountingPath(spanStart(now, '1d'))
  const books = useRead(accounting, from, BOOKS_MS)
  const timely = useRead(timeliness, timelinessPath(DELAY_DAYS, undefined), DELAYS_MS)
  return { hours: books.value?.hours ?? [], delays: timely.value?.sources ?? [], now }
}

/** Who sends, when each was last heard, what came of its records today, and what of it is held. */
export function SourcesTile({ read, now }: { read: SourcesRead; now: string | undefined }) {
  const speech = useSpeech()
  const words = speech.m.sourcesPage.list
  const { value } = read
  const known = useKnown(now)
  return (
    <Tile
      title={words.title}

      aside={
        value !== undefined &&
        value.sources.length > 0 && (
          <ExportMenu table={() => sourcesExport(value.sources, speech.f.day(value.today), speech)} />
        )
      }
    >
      <ReadPart of={read}>
        {({ today, sources }) =>
          sources.length === 0 ? (
            <p className="quiet-state">{words.empty}</p>
          ) : (
            <Table rows={sourceRows(sources, now)} today={today} known={known} />
          )
        }
      </ReadPart>
    </Tile>
  )
}
