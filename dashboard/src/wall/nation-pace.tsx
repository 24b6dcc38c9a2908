import type { NationState } from '@mcc/contract'
import { useMemo } from 'react'
import { DailyBars } from './daily-bars.js'
import { dailySeries } from '../charts/daily-series.js'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'

/** Doses by day with the 7-day pace and the pace that is needed. */
export function NationPace({ nation }: { nation: NationState }) {
  const { m, f } = useSpeech()
  const points = useMemo(() => dailySeries(nation.days, nation.today), [nation.days, nation.today])
  return (
    <div className="pace">
      <p>
        {m.walls.perDay}
        <span className="spare">{m.walls.last7}</span>{' '}
        <FigureText figure={nation.pace7} format={f.short} className="strong" />
      </p>
      <p className="quiet">
        {nation.targetReachedOn === null && (
          <>
            {m.figures.required} <FigureText figure={nation.requiredPace} format={f.short} /> {m.walls.inTime}
          </>
        )}
      </p>
      <div className="pace-chart">
        <DailyBars points={points} />
      </div>
    </div>
  )
}
