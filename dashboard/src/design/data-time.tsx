import { dayOf } from '@mcc/contract'
import { useSpeech } from '../i18n/language.js'
import { ageText, steadyAge } from './age.js'
import { useDataAge } from '../live/data-age.js'
import { dataTimeOf } from '../live/live-store.js'
import { useLiveState, useServerClock, useTopic } from '../live/use-live.js'

/** The data's own time as a band says it, with its day when that is not today; undefined before the first figures. */
export function useDataTime(): string | undefined {
  const { f } = useSpeech()
  const asOf = useLiveState(dataTimeOf)
  const now = useServerClock()
  if (asOf === undefined) return undefined
  const day = dayOf(asOf)
  return now !== undefined && dayOf(now) === day ? f.time(asOf) : `${f.time(asOf)} ${f.dayShort(day)}`
}

/** Its last word is a part of its own, which a narrow line can leave out. */
function Age({ of }: { of: number }) {
  const { m, f } = useSpeech()
  const age = ageText(of, m, f)
  return (
    <>
      <span className="data-age"> · {age}</span>
      <span className="data-age">{steadyAge(m.status.ago(age)).slice(age.length)}</span>
    </>
  )
}

/** The data's own time and its age. */
export function DataTime() {
  const { m, f } = useSpeech()
  // Stands on every page, so it keeps the nation subscribed while scenes come and go.
  useTopic('nation')
  const asOf = useLiveState(dataTimeOf)
  const { age } = useDataAge()
  const now = useServerClock()
  if (asOf === undefined) return null
  const day = dayOf(asOf)
  const today = now !== undefined && dayOf(now) === day
  return (
    <span className="data-time" data-testid="data-time" data-value={asOf}>
      <span>
        <span className="data-word">{m.status.data} </span>
        {f.time(asOf)}
        <span className={today ? 'data-day data-today' : 'data-day'}>
          {' '}
          {f.dayShort(day)}
          <span className="data-year">/{day.slice(0, 4)}</span>
        </span>
      </span>
      {age !== undefined && <Age of={age} />}
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
