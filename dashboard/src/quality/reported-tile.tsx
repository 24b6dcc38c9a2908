import { isNumber, type NationState, UNIT_CODES } from '@mcc/contract'
import { RowsTable } from '../design/rows-table.js'
import { Tile } from '../design/tile.js'
import { ExportMenu } from '../exports/export-menu.js'
import { placeColumns } from '../exports/columns.js'
import type { ExportTable } from '../exports/table.js'
import { FigureText } from '../figures/figure-text.js'
import { type Speech, useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { reportedGap } from '../places/nation-facts.js'
import { type Gap, largestGaps } from '../places/rankings.js'
import { unitName } from '../places/unit-names.js'
import { useRead } from '../rest/use-read.js'
import { verification, VERIFICATION_PATH } from '../rest/verification.js'
import { useIsPast } from '../time/use-moment.js'

const share = ({ gap, reported }: Gap): number | undefined =>
  reported > 0 ? (gap / reported) * 100 : undefined
/** Every unit has its row: cut off, one whose difference others pass would leave before the eyes. */
const ALL = UNIT_CODES.length

function reportedExport(rows: readonly Gap[], speech: Speech): ExportTable<Gap> {
  const { m, language } = speech
  const words = m.qualityPage.reported
  const unit = m.units.doses
  return {
    title: words.title,
    file: words.file,
    columns: [
      ...placeColumns<Gap>(
        (r) => r.code,
        m.table.unit,
        (r) => unitName(r.code, language),
        speech,
      ),
      { id: 'reported', name: words.reported, kind: 'number', unit, of: (r) => r.reported },
      { id: 'entered', name: words.entered, kind: 'number', unit, of: (r) => r.entered },
      { id: 'gap', name: words.gap, kind: 'number', unit, of: (r) => r.gap },
      { id: 'share', name: words.share, kind: 'number', unit: '%', of: share },
    ],
    rows,
    filters: [],
  }
}

function Table({ rows }: { rows: readonly Gap[] }) {
  const { m, f, language } = useSpeech()
  const words = m.qualityPage.reported
  return (
    <div className="quality-scroll" tabIndex={0} role="group" aria-label={words.title}>
      <RowsTable<Gap>
        caption={words.title}
        rows={rows}
        page={ALL}
        ranked
        keyOf={(r) => r.code}
        name={{ head: m.table.unit, cell: (r) => unitName(r.code, language) }}
        columns={[
          { head: words.gap, cell: (r) => <strong>{f.signed(r.gap)}</strong> },
          {
            head: words.share,
            cell: (r) => {
              const percent = share(r)
              return percent === undefined ? '?' : f.percent(percent)
            },
          },
          { head: words.reported, cell: (r) => f.count(r.reported) },
          { head: words.entered, cell: (r) => f.count(r.entered) },
        ]}
      />
    </div>
  )
}

function Body({ nation, rows }: { nation: NationState; rows: readonly Gap[] }) {
  const { m, f } = useSpeech()
  const reported = nation.reported.doses
  const gap = reportedGap({ doses: nation.doses, reported })
  const percent = isNumber(gap) && isNumber(reported) && reported > 0 ? (gap / reported) * 100 : undefined
  return (
    <>
      {isNumber(gap) && (
        <p className="quality-answer">
          <FigureText figure={gap} format={f.signed} className="strong" testId="reported-gap" />{' '}
          {m.quality.gap.toLocaleLowerCase(m.locale)}
          {percent !== undefined && ` · ${m.quality.ofReported(f.percent(percent))}`}
        </p>
      )}
      {rows.length === 0 ? (
        <p className="quiet-state">{m.qualityPage.reported.empty}</p>
      ) : (
        <Table rows={rows} />
      )}
      <Verified />
    </>
  )
}

/** How much of what was entered is verified and signed; of the present only. */
function Verified() {
  const { m, f } = useSpeech()
  const past = useIsPast()
  const { value } = useRead(verification, past ? undefined : VERIFICATION_PATH)
  const sum = (part: 'entered' | 'verified' | 'signed'): number =>
    value === undefined ? 0 : value.units.reduce((n, unit) => n + unit[part], 0)
  const entered = sum('entered')
  if (past || entered <= 0) return null
  const percent = (part: 'verified' | 'signed'): string => f.percent((sum(part) / entered) * 100)
  return (
    <p className="table-signs">{m.qualityPage.reported.quality(percent('verified'), percent('signed'))}</p>
  )
}

/** The two ledgers beside each other, by unit, the largest difference first; also at a past moment. */
export function ReportedTile() {
  const speech = useSpeech()
  const { m } = speech
  const nation = useTopic('nation')
  const rows = nation === undefined ? [] : largestGaps(nation.units, ALL)
  return (
    <Tile
      title={m.qualityPage.reported.title}
      aside={rows.length > 0 && <ExportMenu table={() => reportedExport(rows, speech)} />}
    >
      {nation === undefined ? (
        <p className="quiet-state">{m.loading}</p>
      ) : (
        <Body nation={nation} rows={rows} />
      )}
    </Tile>
  )
}
