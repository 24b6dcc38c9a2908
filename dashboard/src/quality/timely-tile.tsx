import { UNIT_CODES } from '@mcc/contract'
import { Bar } from '../design/bar.js'
import { ReadPart } from '../design/read-part.js'
import { RowsTable } from '../design/rows-table.js'
import { Tile } from '../design/tile.js'
import { ExportMenu } from '../exports/export-menu.js'
import { useSpeech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import { type SourceTimeliness, timeliness, timelinessPath, type Timeliness } from '../rest/timeliness.js'
import { useRead } from '../rest/use-read.js'
import { useMoment } from '../time/use-moment.js'
import { LAGS, nationLags, shareOf, TIMELY_DAYS, type TimelyRow, timelyRows } from './timely.js'
import { delayText } from './delay-text.js'
import { sourceDelayExport, timelyExport } from './timely-export.js'
import { useQualitySearch } from './use-quality-search.js'
import { windowText } from '../design/window-text.js'

const AGAIN_MS = 60_000
/** The nation's doses by the days until they were known: bars that are a table, each with its figures. */
function LagBars({ of }: { of: ReturnType<typeof nationLags> }) {
  const { m, f } = useSpeech()
  const words = m.qualityPage.timely
  return (
    <table className="figures lag-bars">
      <thead>
        <tr>
          <th scope="col">{words.lag}</th>
          <th scope="col">
            <span className="visually-hidden">{words.share}</span>
          </th>
          <th scope="col">{words.share}</th>
          <th scope="col">{m.units.doses}</th>
        </tr>
      </thead>
      <tbody>
        {LAGS.map((lag) => {
          const share = shareOf(of[lag], of)
          return (
            <tr key={lag}>
              <th scope="row">{words[lag]}</th>
              <td className="lag-bar">
                <Bar value={share} />
              </td>
              <td>{share === undefined ? '?' : f.percent(share)}</td>
              <td>{f.count(of[lag])}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Units({ rows }: { rows: readonly TimelyRow[] }) {
  const { m, f, language } = useSpeech()
  const words = m.qualityPage.timely
  return (
    <div className="quality-scroll" tabIndex={0} role="group" aria-label={words.byUnit}>
      <RowsTable<TimelyRow>
        caption={words.byUnit}
        rows={rows}
        page={UNIT_CODES.length}
        ranked
        keyOf={(r) => r.unit}
        name={{ head: m.table.unit, cell: (r) => unitName(r.unit, language) }}
        columns={[
          { head: words.inTime, cell: (r) => (r.inTime === undefined ? '?' : f.percent(r.inTime)) },
          { head: words.late, cell: (r) => f.count(r.later) },
          { head: words.total, cell: (r) => f.count(r.total) },
        ]}
      />
    </div>
  )
}

function Sources({ rows }: { rows: readonly SourceTimeliness[] }) {
  const speech = useSpeech()
  const { m, f } = speech
  const words = m.qualityPage.timely
  return (
    <RowsTable<SourceTimeliness>
      caption={words.bySource}
      rows={rows}
      keyOf={(r) => r.source}
      name={{ head: m.qualityPage.books.source, cell: (r) => r.source }}
      columns={[
        { head: words.p50, cell: (r) => delayText(r.p50, speech) },
        { head: words.p95, cell: (r) => delayText(r.p95, speech) },
        { head: words.total, cell: (r) => f.count(r.records) },
      ]}
    />
  )
}

function Body({ read, days }: { read: Timeliness; days: string }) {
  const speech = useSpeech()
  const { m, f } = speech
  const words = m.qualityPage.timely
  if (read.units.length === 0) return <p className="quiet-state">{words.empty}</p>
  const nation = nationLags(read.units)
  return (
    <>
      <p className="quality-answer" data-testid="in-time" data-value={nation.inTime}>
        <strong>{nation.inTime === undefined ? '?' : words.answer(f.percent(nation.inTime))}</strong>
      </p>
      <LagBars of={nation} />
      <p className="table-signs">{words.rule(windowText(read.from, read.asOf, m, f))}</p>
      <h3 className="quality-sub">{words.byUnit}</h3>
      <Units rows={timelyRows(read)} />
      <div className="quality-sub quality-sub-line">
        <h3>{words.bySource}</h3>
        <ExportMenu table={() => sourceDelayExport(read.sources, speech, days)} readAt={read.asOf} />
      </div>
      <Sources rows={read.sources} />
    </>
  )
}

/** How long after they were given doses became known: the nation, each unit, each source; also at a past moment. */
export function TimelyTile() {
  const speech = useSpeech()
  const { m } = speech
  const words = m.qualityPage.timely
  const moment = useMoment()
  const [{ days = '7' }, change] = useQualitySearch()
  const read = useRead(
    timeliness,
    timelinessPath(Number(days), moment),
    moment === undefined ? AGAIN_MS : undefined,
  )
  const rows = read.value === undefined ? [] : timelyRows(read.value)
  const controls = (
    <span className="tile-controls">
      <select
        aria-label={words.days}
        value={days}
        onChange={({ currentTarget }) => change({ days: TIMELY_DAYS.find((n) => n === currentTarget.value) })}
      >
        {TIMELY_DAYS.map((n) => (
          <option key={n} value={n}>
            {words.dayChoice(n)}
          </option>
        ))}
      </select>
      {rows.length > 0 && (
        <ExportMenu
          table={() => timelyExport(rows, speech, words.dayChoice(days))}
          readAt={read.value?.asOf}
        />
      )}
    </span>
  )
  return (
    <Tile title={words.title} aside={controls}>
      <ReadPart of={read}>{(value) => <Body read={value} days={words.dayChoice(days)} />}</ReadPart>
    </Tile>
  )
}
