import { daysBetween, type NationState } from '@mcc/contract'
import { useMemo } from 'react'
import './tables.css'
import { burnUp } from '../charts/burn-up.js'
import { BurnUpChart, BurnUpKey } from '../charts/burn-up-chart.js'
import type { Formats } from '../design/format.js'
import { FigureText } from '../figures/figure-text.js'
import { numberOf } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import type { Messages } from '../i18n/vi.js'
import { useTopic } from '../live/use-live.js'
import { hasNoRecords } from '../places/nation-facts.js'
import { SceneHead } from './scene-head.js'
import { SceneEmpty, SceneMessage } from './wall-message.js'

/** The answer in words: the day, and how it stands to the deadline. */
function answerOf(nation: NationState, m: Messages, f: Formats): [day: string, against: string] {
  const day = nation.targetReachedOn ?? nation.projectedDay
  if (day === null) return [m.burnUp.unknown, '']
  const ahead = daysBetween(day, nation.targetDay)
  const against =
    ahead === 0
      ? m.burnUp.onTime
      : ahead > 0
        ? m.burnUp.early(f.count(ahead))
        : m.burnUp.late(f.count(-ahead))
  return [nation.targetReachedOn ? m.burnUp.reached(f.day(day)) : m.burnUp.expected(f.day(day)), against]
}

function BurnUp({ nation }: { nation: NationState }) {
  const { m, f } = useSpeech()
  const pace7 = numberOf(nation.pace7)
  const { days, today, targetDoses, targetDay, projectedDay, targetReachedOn } = nation
  const { points } = useMemo(
    () => burnUp({ days, today, targetDoses, targetDay, projectedDay, targetReachedOn, pace7 }),
    [days, today, targetDoses, targetDay, projectedDay, targetReachedOn, pace7],
  )
  const [answer, against] = answerOf(nation, m, f)
  return (
    <>
      <p className="scene-answer">
        {answer} <span className="scene-answer-note">{against}</span>
      </p>
      <p className="scene-line">
        <span>
          <FigureText figure={nation.doses} format={f.short} className="strong" /> {m.units.doses}{' '}
          {m.figures.given}
        </span>
        <span>
          {' · '}
          {m.walls.eachDay}
          <span className="spare">{m.walls.last7}</span>{' '}
          <FigureText figure={nation.pace7} format={f.short} className="strong" />
        </span>
        {targetReachedOn === null && (
          <span>
            {' · '}
            {m.figures.required}{' '}
            <FigureText figure={nation.requiredPace} format={f.short} className="strong" />
          </span>
        )}
      </p>
      <div className="scene-chart">
        <BurnUpChart points={points} target={targetDoses} />
      </div>
      <BurnUpKey open={targetReachedOn === null} />
    </>
  )
}

/** *Burn-up*: cumulative doses on their way to the target; the newest days and the path ahead are drawn otherwise. */
export function BurnUpScene() {
  const { m, f } = useSpeech()
  const nation = useTopic('nation')
  if (nation === undefined) return <SceneMessage question={m.scene.burnUp} lines={[m.loading]} />
  if (hasNoRecords(nation)) return <SceneEmpty question={m.scene.burnUp} />
  return (
    <>
      <SceneHead title={m.scene.burnUp}>
        {m.burnUp.target(f.round(nation.targetDoses))} · {m.burnUp.due(f.day(nation.targetDay))}
      </SceneHead>
      <BurnUp nation={nation} />
    </>
  )
}
