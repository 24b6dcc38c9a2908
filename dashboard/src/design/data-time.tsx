import { dayOf } from '@mcc/contract'
import { useSpeech } from '../i18n/language.js'
import { ageText } from './age.js'
import { dataTimeOf } from '../live/live-store.js'
import { useLiveState, useMonotonicSecond, useServerClock, useTopic } from '../live/use-live.js'
import { useSession } from '../rest/session.js'

/**
 * Age of what is shown. An exercise runs on a clock of its own, so there it is the time since its watermark moved;
 * else the server's now minus the watermark.
 */
function useDataAge(): number | undefined {
  const { exercise } = useSession()
  const asOf = useLiveState(dataTimeOf)
  const movedAt = useLiveState((s) => s.movedAt)
  const now = useMonotonicSecond()
  const serverNow = useServerClock()
  if (asOf === undefined) return undefined
  if (exercise) return movedAt === undefined ? undefined : now - movedAt
  return serverNow === undefined ? undefined : serverNow - Date.parse(asOf)
}

/** The data's own time and its age. */
export function DataTime() {
  const { m, f } = useSpeech()
  // Stands on every page, so it keeps the nation subscribed while scenes come and go.
  useTopic('nation')
  const asOf = useLiveState(dataTimeOf)
  const age = useDataAge()
  if (asOf === undefined) return null
  const day = dayOf(asOf)
  return (
    <span className="data-time" data-testid="data-time" data-value={asOf}>
      {m.status.dataAt(`${f.time(asOf)} ${f.dayShort(day)}`)}
      <span className="data-year">/{day.slice(0, 4)}</span>
      {age !== undefined && <span className="data-age"> · {m.status.ago(ageText(age, m, f))}</span>}
    </span>
  )
}

/** Viet Nam's time of day by the server's clock, whatever the screen's own clock says. */
export function Clock() {
  const { m, f } = useSpeech()
  const now = useServerClock()
  const past = useLiveState((s) => s.past)
  if (past) return null
  return (
    <time className="clock" title={m.status.clock}>
      {now === undefined ? '--:--' : f.time(now)}
    </time>
  )
}
