import './status.css'
import { useDataTime } from './data-time.js'
import { useSpeech } from '../i18n/language.js'
import { useDataAge } from '../live/data-age.js'
import { bandText, conditionOf, type Condition } from '../live/health.js'
import { useLiveState, useTopic } from '../live/use-live.js'

/** Line and machine together, and the data time the band must name. */
function useCondition(): { condition: Condition; band: string | undefined } {
  const { m } = useSpeech()
  const system = useTopic('system')
  const connection = useLiveState((s) => s.connection)
  const time = useDataTime()
  const { old } = useDataAge()
  const condition = conditionOf(connection, system, old)
  return { condition, band: bandText(condition, system, time, m) }
}

/** Full-width band while the line is lost, a part of the machine is down or the data is old; absent otherwise. */
export function ConnectionBand() {
  const { condition, band } = useCondition()
  return <div role="status">{band !== undefined && <p className={`band band-${condition}`}>{band}</p>}</div>
}

const SHAPES: Record<Condition, string> = {
  live: '●',
  degraded: '◆',
  stale: '◇',
  lost: '✕',
  connecting: '○',
  past: '◁',
}

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
