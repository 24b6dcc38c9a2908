import { dayOf, LISTING_SCENES, type Alarm, type AlarmsState } from '@mcc/contract'
import { Fragment, useMemo, useRef } from 'react'
import './tables.css'
import { countOpen, inOrder, SEVERITIES } from '../alarms/open-alarms.js'
import { alarmSentence } from '../alarms/sentence.js'
import { Dotted } from '../design/dotted.js'
import { SeverityMark } from '../design/status-mark.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { unitName } from '../places/unit-names.js'
import { useIsPast } from '../time/use-moment.js'
import type { SceneProps } from './scenes.js'
import { useFitting } from './use-fitting.js'
import { SceneHead } from './scene-head.js'
import { SceneMessage } from './wall-message.js'

function AlarmLine({ alarm }: { alarm: Alarm }) {
  const { m, f, language } = useSpeech()
  const at = (instant: string) => `${f.time(instant)} ${f.dayShort(dayOf(instant))}`
  const who =
    alarm.ackedBy === null
      ? m.alarms.unacked
      : m.alarms.acked(alarm.ackedBy, at(alarm.ackedAt ?? alarm.since))
  const place = alarm.unit !== null && (
    <b key="place" className="strong">
      {unitName(alarm.unit, language)}
    </b>
  )
  const facts = [
    m.severity[alarm.severity],
    ...(place ? [place] : []),
    m.alarms.since(at(alarm.since)),
    alarm.active ? who : m.alarms.cleared,
  ]
  return (
    <li className={alarm.ackedBy === null ? '' : 'wall-alarm-acked'}>
      <SeverityMark severity={alarm.severity} />
      <div>
        <p>{alarmSentence(alarm, m, f)}</p>
        <p className="wall-alarm-note">
          <Dotted items={facts} />
        </p>
      </div>
    </li>
  )
}

/** How many alarms stand on the board, and how grave they are. */
function Answer({ state }: { state: AlarmsState }) {
  const { m, f } = useSpeech()
  const counts = countOpen(state)
  const shown = SEVERITIES.filter((severity) => counts[severity] > 0)
  return (
    <p className="scene-answer">
      {f.count(shown.reduce((sum, severity) => sum + counts[severity], 0))}{' '}
      <span className="scene-answer-note">
        {m.walls.alarms}
        {shown.map((severity) => (
          <Fragment key={severity}>
            {' · '}
            <SeverityMark severity={severity} count={f.count(counts[severity])} /> {m.severity[severity]}
          </Fragment>
        ))}
      </span>
    </p>
  )
}

/** As many alarms as the screen has room for, and how many more there are. */
function Board({ alarms, lines }: { alarms: readonly Alarm[]; lines: number }) {
  const { m, f } = useSpeech()
  const list = useRef<HTMLUListElement>(null)
  const shown = useMemo(() => alarms.slice(0, lines), [alarms, lines])
  const more = alarms.length - useFitting(list, shown)
  return (
    <>
      <ul className="wall-alarms" ref={list}>
        {shown.map((alarm) => (
          <AlarmLine key={alarm.id} alarm={alarm} />
        ))}
      </ul>
      {more > 0 && <p className="scene-foot">{m.alarms.more(f.count(more))}</p>}
    </>
  )
}

/** *Alarm board*: what waits for a response, the gravest first. A wall shows, it does not acknowledge. */
export function AlarmsScene({ lines = LISTING_SCENES.alarms }: SceneProps) {
  const { m } = useSpeech()
  const state = useTopic('alarms')
  const past = useIsPast()
  const alarms = useMemo(() => inOrder(Object.values(state?.alarms ?? {})), [state])
  if (state === undefined)
    return (
      <SceneMessage
        question={m.scene.alarms}
        lines={past ? [m.times.alarmsOff, m.times.silent] : [m.loading]}
      />
    )
  if (alarms.length === 0)
    return <SceneMessage question={m.scene.alarms} lines={[m.alarms.none, m.alarms.noneWhy]} />
  return (
    <>
      <SceneHead title={m.scene.alarms}>{m.alarms.where}</SceneHead>
      <Answer state={state} />
      <Board alarms={alarms} lines={lines} />
    </>
  )
}
