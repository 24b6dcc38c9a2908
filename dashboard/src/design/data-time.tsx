import { useSpeech } from '../i18n/language.js'
import type { Formats } from './format.js'
import type { Messages } from '../i18n/vi.js'
import { useLiveState, useMonotonicSecond, useServerClock } from '../live/use-live.js'
import { useSession } from '../rest/session.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** An age in its largest whole unit, milliseconds in. */
export function ageText(ms: number, m: Messages, f: Formats): string {
  const age = Math.max(0, ms)
  if (age < MINUTE) return m.status.seconds(f.count(Math.floor(age / 1_000)))
  if (age < HOUR) return m.status.minutes(f.count(Math.floor(age / MINUTE)))
  return age < 2 * DAY
    ? m.status.hours(f.count(Math.floor(age / HOUR)))
    : m.status.days(f.count(Math.floor(age / DAY)))
}

/**
 * Age of what is shown. An exercise runs on a clock of its own, so there it is the time since its watermark moved;
 * else the server's now minus the watermark.
 */
function useDataAge(): number | undefined {
  const { exercise } = useSession()
  const asOf = useLiveState((s) => s.topics.nation?.asOf)
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
  const asOf = useLiveState((s) => s.topics.nation?.asOf)
  const age = useDataAge()
  if (asOf === undefined) return null
  return (
    <span className="data-time" data-testid="data-time" data-value={asOf}>
      {m.status.dataAt(f.moment(asOf))}
      {age !== undefined && <span className="data-age"> · {m.status.ago(ageText(age, m, f))}</span>}
    </span>
  )
}

/** Viet Nam's time of day by the server's clock, whatever the screen's own clock says. */
export function Clock() {
  const { m, f } = useSpeech()
  const now = useServerClock()
  return (
    <time className="clock" title={m.status.clock}>
      {now === undefined ? '--:--' : f.time(now)}
    </time>
  )
}
