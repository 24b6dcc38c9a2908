import './status.css'
import { useSpeech } from '../i18n/language.js'
import { bandText, conditionOf, type Condition } from '../live/health.js'
import { dataTimeOf } from '../live/live-store.js'
import { useLiveState, useTopic } from '../live/use-live.js'

/** Line and machine together, and the data time the band must name. */
function useCondition(): { condition: Condition; band: string | undefined } {
  const { m, f } = useSpeech()
  const system = useTopic('system')
  const connection = useLiveState((s) => s.connection)
  const asOf = useLiveState(dataTimeOf)
  const condition = conditionOf(connection, system)
  return { condition, band: bandText(condition, system, asOf && f.time(asOf), m) }
}

/** Full-width band while the line is lost or a part of the machine is down; absent otherwise. */
export function ConnectionBand() {
  const { condition, band } = useCondition()
  return <div role="status">{band !== undefined && <p className={`band band-${condition}`}>{band}</p>}</div>
}

const SHAPES: Record<Condition, string> = { live: '●', degraded: '◆', lost: '✕', connecting: '○', past: '◁' }

/** Shape, word and colour of one condition. */
export function ConditionMark({ condition, testId }: { condition: Condition; testId?: string }) {
  const { m } = useSpeech()
  return (
    <span className="connection" data-testid={testId} data-state={condition}>
      <span aria-hidden="true">{SHAPES[condition]}</span>
      <span>{m.status[condition]}</span>
    </span>
  )
}

/** Shape, word and colour of the connection. */
export function ConnectionMark() {
  const { condition } = useCondition()
  return <ConditionMark condition={condition} testId="connection" />
}
