import type { UnitCode } from '@mcc/contract'
import { useMemo, useRef, useState } from 'react'
import { DailyChart } from '../charts/daily-chart.js'
import { dailySeries } from '../charts/daily-series.js'
import { ExportMenu } from '../exports/export-menu.js'
import { Tile } from '../design/tile.js'
import { useSpeech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import { seriesExport } from './series-export.js'

interface Props {
  days: Readonly<Record<string, number>> | undefined
  today: string
  code: UnitCode | undefined
}
const LETTERS = 13

function SeriesTable({ points }: { points: ReturnType<typeof dailySeries> }) {
  const { m, f } = useSpeech()
  return (
    <div className="scroll-y">
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
    </div>
  )
}

/** Doses by day of the place shown, as a chart or as its table twin. */
export function SeriesTile({ days, today, code }: Props) {
  const speech = useSpeech()
  const { m, language } = speech
  const chart = useRef<HTMLDivElement>(null)
  const [asTable, setAsTable] = useState(false)
  const points = useMemo(() => (days ? dailySeries(days, today) : []), [days, today])
  const place = code === undefined ? m.nation : unitName(code, language)
  const title = `${m.figures.series}, ${place}`
  const twin = (
    <span className="tile-controls">
      <button type="button" className="link" onClick={() => setAsTable(!asTable)}>
        {asTable ? m.asChart : m.asTable}
      </button>
      {points.length > 0 && (
        <ExportMenu
          table={() => seriesExport(points, title, speech)}
          {...(asTable ? {} : { picture: { box: chart, title, file: m.exports.files.series } })}
        />
      )}
    </span>
  )
  return (
    <Tile title={title} className="desk-series" aside={twin}>
      {points.length === 0 && <p className="quiet-state">{m.empty.title}</p>}
      {points.length > 0 && asTable && <SeriesTable points={points} />}
      {points.length > 0 && !asTable && (
        <div className="series-chart" ref={chart}>
          <DailyChart points={points} letters={LETTERS} />
        </div>
      )}
    </Tile>
  )
}
