import { LISTING_SCENES, type NationState, type UnitSummary } from '@mcc/contract'
import './map-scene.css'
import './tables.css'
import { FigureText } from '../figures/figure-text.js'
import { numberOf } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { extremes } from '../places/extremes.js'
import { hasNoRecords } from '../places/nation-facts.js'
import { daysOfStock } from '../places/rankings.js'
import { Ranking } from './ranking.js'
import type { SceneProps } from './scenes.js'
import { SceneHead } from './scene-head.js'
import { SceneEmpty, SceneMessage } from './wall-message.js'

interface Part {
  nation: NationState
  lines: number
}

function Utilisation({ nation, lines }: Part) {
  const { m, f } = useSpeech()
  const { top, bottom } = extremes(nation.units, 'utilisation', lines)
  const note = (unit: UnitSummary) => {
    const days = daysOfStock(unit)
    return days === undefined ? m.leaders.noPace : m.leaders.stock(f.count(days))
  }
  const shared = { nation, of: 'utilisation', note } as const
  return (
    <table className="rankings">
      <Ranking title={m.leaders.most(m.leaders.utilisation)} codes={top} {...shared} />
      <Ranking title={m.leaders.least(m.leaders.utilisation)} codes={bottom} {...shared} />
    </table>
  )
}

function Coverage({ nation, lines }: Part) {
  const { m } = useSpeech()
  const { top, bottom } = extremes(nation.units, 'coverageFull', lines)
  const shared = { nation, of: 'coverageFull', mark: numberOf(nation.coverageFull) } as const
  return (
    <table className="rankings">
      <Ranking title={m.leaders.most(m.leaders.coverage)} codes={top} {...shared} />
      <Ranking title={m.leaders.least(m.leaders.coverage)} codes={bottom} {...shared} />
    </table>
  )
}

/** *Leaders and laggards*: both ends by use of vaccine and by coverage; stock left says whether low use is a lag. */
export function LeadersScene({ lines = LISTING_SCENES.leaders }: SceneProps) {
  const { m, f } = useSpeech()
  const nation = useTopic('nation')
  if (nation === undefined) return <SceneMessage question={m.scene.leaders} lines={[m.loading]} />
  if (hasNoRecords(nation)) return <SceneEmpty question={m.scene.leaders} />
  if (!numberOf(nation.doses)) return <SceneEmpty question={m.scene.leaders} what="doses" />
  const above = Object.values(nation.units).some((unit) => (numberOf(unit.utilisation) ?? 0) > 100)
  return (
    <>
      <SceneHead title={m.scene.leaders}>
        <span className="mean-mark" aria-hidden="true" /> {m.map.mean}{' '}
        <FigureText figure={nation.coverageFull} format={f.percent} className="strong" />
      </SceneHead>
      <div className="scene-halves">
        <Utilisation nation={nation} lines={lines} />
        <Coverage nation={nation} lines={lines} />
      </div>
      <p className="scene-foot">{above ? m.leaders.above : m.leaders.caveat}</p>
    </>
  )
}
