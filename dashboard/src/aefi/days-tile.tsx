import type { AefiState } from '@mcc/contract'
import { useMemo, useRef } from 'react'
import { DailyChart } from '../charts/daily-chart.js'
import { dailyCases } from './daily-cases.js'
import { TwinTile } from '../design/twin-tile.js'
import { useLetters } from '../design/use-letters.js'
import { ExportMenu } from '../exports/export-menu.js'
import { useSpeech } from '../i18n/language.js'
import { dayRows, daysExport } from './days-export.js'

function DaysTable({ days }: { days: AefiState['days'] }) {
  const { m, f } = useSpeech()
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{m.day}</th>
          <th scope="col">{m.aefi.cases}</th>
          <th scope="col">{m.aefi.serious}</th>
        </tr>
      </thead>
      <tbody>
        {dayRows(days).map(({ day, cases, serious }) => (
          <tr key={day}>
            <th scope="row">{f.day(day)}</th>
            <td>{f.count(cases)}</td>
            <td>{f.count(serious)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Cases by day of notification, as a chart or as its table twin, which also has the serious ones. */
export function DaysTile({ aefi, today }: { aefi: AefiState; today: string }) {
  const speech = useSpeech()
  const { m } = speech
  const letters = useLetters()
  const chart = useRef<HTMLDivElement>(null)
  const points = useMemo(() => dailyCases(aefi.days, today), [aefi.days, today])
  const picture = { box: chart, title: `${m.cases.daily}, ${m.nation}`, file: m.exports.files.aefiDays }
  return (
    <TwinTile
      title={m.cases.daily}
      of="chart"
      empty={points.length === 0 ? m.cases.empty : undefined}
      table={() => <DaysTable days={aefi.days} />}
      controls={(asTable) => (
        <ExportMenu table={() => daysExport(aefi.days, speech)} {...(!asTable && { picture })} />
      )}
    >
      <div className="aefi-chart" ref={chart}>
        <DailyChart points={points} letters={letters} label={m.cases.daily} />
      </div>
    </TwinTile>
  )
}
