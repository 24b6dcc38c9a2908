import type { NationState } from '@mcc/contract'
import { useMemo } from 'react'
import { DailyChart } from '../charts/daily-chart.js'
import { dailySeries } from '../charts/daily-series.js'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import { useWallLetters } from './use-wall-letters.js'

/** Doses by day with the 7-day pace and the pace that is needed. */
export function NationPace({ nation }: { nation: NationState }) {
  const { m, f } = useSpeech()
  const letters = useWallLetters()
  const points = useMemo(() => dailySeries(nation.days, nation.today), [nation.days, nation.today])
  return (
    <div className="pace">
      <p>
        {m.figures.pace7} <FigureText figure={nation.pace7} format={f.short} className="strong" />
      </p>
      <p className="quiet">
        {nation.targetReachedOn === null && (
          <>
            {m.figures.required} <FigureText figure={nation.requiredPace} format={f.short} />
          </>
        )}
      </p>
      <div className="pace-chart">
        <DailyChart points={points} letters={letters} every={3} tips={false} />
      </div>
    </div>
  )
}
