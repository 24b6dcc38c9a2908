import type { AefiState } from '@mcc/contract'
import { useState } from 'react'
import { DailyChart } from '../charts/daily-chart.js'
import { dailySeries } from '../charts/daily-series.js'
import { Tile } from '../design/tile.js'
import { useSpeech } from '../i18n/language.js'

const LETTERS = 13

function DaysTable({ days }: { days: AefiState['days'] }) {
  const { m, f } = useSpeech()
  return (
    <div className="scroll-y" tabIndex={0} role="group" aria-label={m.cases.daily}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{m.day}</th>
            <th scope="col">{m.aefi.cases}</th>
            <th scope="col">{m.aefi.serious}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(days)
            .toSorted(([a], [b]) => b.localeCompare(a))
            .map(([day, of]) => (
              <tr key={day}>
                <th scope="row">{f.day(day)}</th>
                <td>{f.count(of.cases)}</td>
                <td>{f.count(of.serious)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}

/** Cases by day of notification, as a chart or as its table twin, which also has the serious ones. */
export function DaysTile({ aefi, today }: { aefi: AefiState; today: string }) {
  const { m } = useSpeech()
  const [asTable, setAsTable] = useState(false)
  const counts = Object.fromEntries(Object.entries(aefi.days).map(([day, of]) => [day, of.cases]))
  const points = dailySeries(counts, today)
  const twin = (
    <button type="button" className="link" onClick={() => setAsTable(!asTable)}>
      {asTable ? m.asChart : m.asTable}
    </button>
  )
  return (
    <Tile title={m.cases.daily} aside={points.length > 0 && twin}>
      {points.length === 0 && <p className="quiet-state">{m.cases.empty}</p>}
      {points.length > 0 && asTable && <DaysTable days={aefi.days} />}
      {points.length > 0 && !asTable && (
        <div className="aefi-chart">
          <DailyChart points={points} letters={LETTERS} label={m.cases.daily} />
        </div>
      )}
    </Tile>
  )
}
