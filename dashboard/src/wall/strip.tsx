import { countOpen, SEVERITIES } from '../alarms/open-alarms.js'
import { ConnectionMark } from '../design/connection-band.js'
import { Clock, DataTime } from '../design/data-time.js'
import { SeverityMark } from '../design/status-mark.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { useIsPast } from '../time/use-moment.js'
import './strip.css'

function OpenAlarms() {
  const { m, f } = useSpeech()
  const alarms = useTopic('alarms')
  const counts = countOpen(alarms)
  const shown = SEVERITIES.filter((severity) => counts[severity] > 0)
  const past = useIsPast()
  if (alarms === undefined)
    return past ? (
      <span className="strip-alarms strip-alarms-off">
        <span />
        <span>{m.times.alarmsOff}</span>
      </span>
    ) : null
  return (
    <span className="strip-alarms" aria-label={m.status.openAlarms}>
      <span className="strip-counts">
        {shown.length === 0 && m.status.noAlarm}
        {shown.map((severity) => (
          <SeverityMark key={severity} severity={severity} count={f.count(counts[severity])} />
        ))}
      </span>
      {shown.length > 0 && <span>{m.walls.alarms}</span>}
    </span>
  )
}

/** The foot of every scene; it never changes place and is never rotated away. */
export function Strip({ scene, scenes, paused }: { scene: number; scenes: number; paused: boolean }) {
  const { m } = useSpeech()
  const place = `${m.status.scenes} ${scene + 1}/${scenes}`
  return (
    <footer className="strip">
      <Clock />
      <DataTime />
      <ConnectionMark />
      <OpenAlarms />
      <span className="strip-dots" role="img" aria-label={paused ? `${place}, ${m.status.paused}` : place}>
        {Array.from({ length: scenes }, (_, i) => (
          <span key={i} className={i === scene ? 'dot dot-here' : 'dot'} />
        ))}
        {paused && <span className="strip-paused" />}
      </span>
    </footer>
  )
}
