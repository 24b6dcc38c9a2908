import { useMemo } from 'react'
import './burn-up.css'
import './plot.css'
import { useSpeech } from '../i18n/language.js'
import { burnUpShape, LINES, PROVISIONAL_DAYS, type BurnUpPoint } from './burn-up.js'
import { Months } from './months.js'

interface Props {
  points: readonly BurnUpPoint[]
  target: number
}

/**
 * Cumulative doses against the target. Drawn without the chart library, since a wall has no pointer and may begin with
 * this scene.
 */
export function BurnUpChart({ points, target }: Props) {
  const { m, f } = useSpeech()
  const { lines, areas, level, months } = useMemo(() => burnUpShape(points, target), [points, target])
  const still = { vectorEffect: 'non-scaling-stroke' } as const
  return (
    <div className="plot" role="img" aria-label={`${m.burnUp.cumulative}: ${m.scene.burnUp}`}>
      <div className="plot-drawing burn-up-plot">
        <svg viewBox={`0 0 ${points.length || 1} 1`} preserveAspectRatio="none" aria-hidden="true">
          <path className="burn-up-target" d={`M0,${level}H${points.length}`} {...still} />
          <polygon className="area-settled" points={areas.settled} />
          <polygon className="area-provisional" points={areas.provisional} />
          {months.map((i) => (
            <path key={i} className="burn-up-month" d={`M${i},1v0.02`} {...still} />
          ))}
          {LINES.map((line) => (
            <polyline key={line} className={`path-${line}`} points={lines[line]} {...still} />
          ))}
        </svg>
        <span className="burn-up-name" style={{ top: `${level * 100}%` }}>
          {m.burnUp.target(f.round(target))}
        </span>
      </div>
      <Months of={points} at={months} />
    </div>
  )
}

/** What each line of the chart is, in the order in which they run. */
export function BurnUpKey({ open }: { open: boolean }) {
  const { m, f } = useSpeech()
  const lines = [
    ['settled', m.burnUp.entered],
    ['provisional', m.burnUp.provisional(f.count(PROVISIONAL_DAYS))],
    ...(open ? [['projected', m.burnUp.atPace] as const, ['needed', m.burnUp.needed] as const] : []),
  ] as const
  return (
    <ul className="burn-up-key">
      {lines.map(([line, word]) => (
        <li key={line}>
          <span className={`line-sample line-${line}`} aria-hidden="true" />
          {word}
        </li>
      ))}
    </ul>
  )
}
