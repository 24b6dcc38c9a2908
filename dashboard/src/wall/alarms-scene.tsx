import { dayOf, LISTING_SCENES, type Alarm } from '@mcc/contract'
import './tables.css'
import { inOrder } from '../alarms/open-alarms.js'
import { alarmSentence } from '../alarms/sentence.js'
import { SeverityMark } from '../design/status-mark.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { unitName } from '../places/unit-names.js'
import { useIsPast } from '../time/use-moment.js'
import type { SceneProps } from './scenes.js'
import { SceneHead } from './scene-head.js'
import { WallMessage } from './wall-message.js'

function AlarmLine({ alarm }: { alarm: Alarm }) {
  const { m, f, language } = useSpeech()
  const who =
    alarm.ackedBy === null
      ? m.alarms.unacked
      : m.alarms.acked(alarm.ackedBy, f.time(alarm.ackedAt ?? alarm.since))
  return (
    <li className={alarm.ackedBy === null ? '' : 'wall-alarm-acked'}>
      <SeverityMark severity={alarm.severity} />
      <div>
        <p>{alarmSentence(alarm, m, f)}</p>
        <p className="wall-alarm-note">
          {m.severity[alarm.severity]} ·{' '}
          {alarm.unit !== null && <b className="strong">{unitName(alarm.unit, language)} · </b>}
          {m.alarms.since(`${f.time(alarm.since)} ${f.dayShort(dayOf(alarm.since))}`)} ·{' '}
          {alarm.active ? who : m.alarms.cleared}
        </p>
      </div>
    </li>
  )
}

/** *Alarm board*: what waits for a response, the gravest first. A wall shows, it does not acknowledge. */
export function AlarmsScene({ lines = LISTING_SCENES.alarms }: SceneProps) {
  const { m, f } = useSpeech()
  const state = useTopic('alarms')
  const past = useIsPast()
  if (state === undefined) return <WallMessage lines={[past ? m.times.silent : m.loading]} />
  const alarms = inOrder(Object.values(state.alarms))
  const more = alarms.length - lines
  return (
    <>
      <SceneHead title={m.scene.alarms}>{alarms.length > 0 && m.alarms.where}</SceneHead>
      {alarms.length === 0 && <p className="scene-answer">{m.alarms.none}</p>}
      <ul className="wall-alarms">
        {alarms.slice(0, lines).map((alarm) => (
          <AlarmLine key={alarm.id} alarm={alarm} />
        ))}
      </ul>
      {more > 0 && <p className="scene-foot">{m.alarms.more(f.count(more))}</p>}
    </>
  )
}
