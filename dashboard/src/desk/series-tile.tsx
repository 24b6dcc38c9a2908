import type { UnitCode } from '@mcc/contract'
import { useMemo, useRef } from 'react'
import { DailyChart } from '../charts/daily-chart.js'
import { dailySeries } from '../charts/daily-series.js'
import { fileOfPlace } from '../exports/columns.js'
import { ExportMenu } from '../exports/export-menu.js'
import { TwinTile } from '../design/twin-tile.js'
import { useLetters } from '../design/use-letters.js'
import { useSpeech } from '../i18n/language.js'
import { isOutsideProvinces, unitName } from '../places/unit-names.js'
import { seriesExport } from './series-export.js'

interface Props {
  /** Undefined while they are on their way, and for units that have no state of their own. */
  days: Readonly<Record<string, number>> | undefined
  today: string
  code: UnitCode | undefined
}

function SeriesTable({ points }: { points: ReturnType<typeof dailySeries> }) {
  const { m, f } = useSpeech()
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{m.day}</th>
          <th scope="col">{m.units.doses}</th>
          <th scope="col">{m.figures.mean7}</th>
          <th scope="col">{m.burnUp.cumulative}</th>
        </tr>
      </thead>
      <tbody>
        {points.toReversed().map((p) => (
          <tr key={p.day}>
            <th scope="row">{f.day(p.day)}</th>
            <td>{f.count(p.doses)}</td>
            <td>{p.mean7 === null ? '' : f.count(p.mean7)}</td>
            <td>{f.count(p.total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Doses by day of the place shown, as a chart or as its table twin. */
export function SeriesTile({ days, today, code }: Props) {
  const speech = useSpeech()
  const { m, language } = speech
  const letters = useLetters()
  const chart = useRef<HTMLDivElement>(null)
  const points = useMemo(() => (days ? dailySeries(days, today) : []), [days, today])
  const place = code === undefined ? m.nation : unitName(code, language)
  const title = `${m.figures.series}, ${place}`
  const waiting = code !== undefined && isOutsideProvinces(code) ? m.desk.noSeries : m.loading
  const none = days === undefined ? waiting : m.empty.title
  return (
    <TwinTile
      title={title}
      className="desk-series"
      of="chart"
      empty={points.length === 0 ? none : undefined}
      table={() => <SeriesTable points={points} />}
      controls={(asTable) => (
        <ExportMenu
          table={() => seriesExport(points, title, code, speech)}
          {...(asTable
            ? {}
            : { picture: { box: chart, title, file: fileOfPlace(m.exports.files.series, code) } })}
        />
      )}
    >
      <div className="series-chart" ref={chart}>
        <DailyChart points={points} letters={letters} />
      </div>
    </TwinTile>
  )
}
