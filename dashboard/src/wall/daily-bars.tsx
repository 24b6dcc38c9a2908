import { useMemo } from 'react'
import '../charts/plot.css'
import './daily-bars.css'
import { useSpeech } from '../i18n/language.js'
import { axisTop, labelledMonths, type DailyPoint } from '../charts/daily-series.js'
import { Months } from '../charts/months.js'

/** Share of a day's width that its bar leaves free on each side. */
const GAP = 0.06
/** Months that are named at most, besides never one nearer than every third. */
const NAMED = 3

/** What is drawn, in a box as wide as the days are many and of height 1, downwards. */
export function dailyShape(points: readonly DailyPoint[]) {
  const top = axisTop(Math.max(1, ...points.map((p) => p.doses)))
  const starts = points.filter((p) => p.day.endsWith('-01')).length
  return {
    top,
    bars: points.map((p, i) => ({
      day: p.day,
      running: p.running,
      x: i + GAP,
      y: 1 - p.doses / top,
      width: 1 - 2 * GAP,
      height: p.doses / top,
    })),
    mean: points.flatMap((p, i) => (p.mean7 === null ? [] : [`${i + 0.5},${1 - p.mean7 / top}`])).join(' '),
    months: [...labelledMonths(points, Math.max(3, Math.ceil(starts / NAMED)))],
  }
}

interface Props {
  points: readonly DailyPoint[]
  /** What is counted; doses unless said. */
  label?: string
}

/**
 * The daily chart of a wall, which has no pointer: drawn without the chart library, so that the first scene stands
 * whole at once. Bars by day, the 7-day mean as a line; the running day is hollow.
 */
export function DailyBars({ points, label }: Props) {
  const { m, f } = useSpeech()
  const { top, bars, mean, months } = useMemo(() => dailyShape(points), [points])
  const still = { vectorEffect: 'non-scaling-stroke' } as const
  return (
    <div className="plot daily-bars" role="img" aria-label={label ?? m.figures.series}>
      <div className="plot-drawing daily-bars-plot">
        <svg viewBox={`0 0 ${points.length || 1} 1`} preserveAspectRatio="none" aria-hidden="true">
          {bars.map(({ day, running, ...box }) => (
            <rect
              key={day}
              className={running ? 'daily-bars-running' : 'daily-bars-day'}
              {...still}
              {...box}
            />
          ))}
          {months.map((i) => (
            <path key={i} className="daily-bars-month" d={`M${i},1v0.03`} {...still} />
          ))}
          <polyline className="daily-bars-mean" points={mean} {...still} />
        </svg>
        {points.length > 0 && <span className="daily-bars-top">{f.round(top)}</span>}
      </div>
      <Months of={points} at={months} />
    </div>
  )
}
