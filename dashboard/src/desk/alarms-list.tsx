import { allows, type Alarm, type UnitCode } from '@mcc/contract'
import { useState, type FormEvent } from 'react'
import { z } from 'zod'
import { inOrder } from '../alarms/open-alarms.js'
import { alarmSentence } from '../alarms/sentence.js'
import { SeverityMark } from '../design/status-mark.js'
import { Tile } from '../design/tile.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { unitName } from '../places/unit-names.js'
import { formField } from '../rest/form-field.js'
import { request } from '../rest/request.js'
import { useSession } from '../rest/session.js'
import { useIsPast } from '../time/use-moment.js'

function Acknowledge({ id }: { id: string }) {
  const { m } = useSpeech()
  const [open, setOpen] = useState(false)
  const [failed, setFailed] = useState(false)
  const send = async (form: HTMLFormElement) => {
    const note = formField(form, 'note')
    const path = `/api/v1/alarms/${encodeURIComponent(id)}/ack`
    const answer = await request(z.unknown(), path, { method: 'POST', body: { note } })
    setFailed(!answer.ok)
    if (answer.ok) setOpen(false)
  }
  if (!open)
    return (
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {m.alarms.acknowledge}
      </button>
    )
  return (
    <form
      className="ack"
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault()
        void send(event.currentTarget)
      }}
    >
      <input name="note" aria-label={m.alarms.note} placeholder={m.alarms.note} maxLength={500} required />
      <button type="submit" className="button button-main">
        {m.alarms.send}
      </button>
      <button type="button" className="link" onClick={() => setOpen(false)}>
        {m.alarms.cancel}
      </button>
      {failed && <p role="alert">{m.alarms.failed}</p>}
    </form>
  )
}

function AlarmLine({ alarm, mayAck }: { alarm: Alarm; mayAck: boolean }) {
  const { m, f, language } = useSpeech()
  const place = alarm.unit === null ? '' : `${unitName(alarm.unit, language)} · `
  return (
    <li data-testid={`alarm-${alarm.id}`}>
      <SeverityMark severity={alarm.severity} />
      <div>
        <p>{alarmSentence(alarm, m, f)}</p>
        <p className="quiet-state">
          {m.severity[alarm.severity]} · {place}
          {m.alarms.since(f.moment(alarm.since))}
          {!alarm.active && ` · ${m.alarms.cleared}`}
          {alarm.ackedBy !== null &&
            ` · ${m.alarms.acked(alarm.ackedBy, f.time(alarm.ackedAt ?? alarm.since))}`}
        </p>
      </div>
      {mayAck && alarm.ackedBy === null && <Acknowledge id={alarm.id} />}
    </li>
  )
}

/** What needs somebody's response, of one unit if given; acknowledging never hides an alarm whose condition still holds. */
export function AlarmsList({ unit }: { unit?: UnitCode }) {
  const { m } = useSpeech()
  const { caller } = useSession()
  const state = useTopic('alarms')
  const past = useIsPast()
  const all = Object.values(state?.alarms ?? {})
  const alarms = inOrder(unit === undefined ? all : all.filter((alarm) => alarm.unit === unit))
  const mayAck = allows(caller, 'alarms.acknowledge')
  return (
    <Tile title={m.alarms.title} className="desk-alarms">
      <div role="log" aria-live="polite">
        {state === undefined && <p className="quiet-state">{past ? m.times.silent : m.loading}</p>}
        {state !== undefined && alarms.length === 0 && <p className="quiet-state">{m.alarms.none}</p>}
        <ul className="alarms">
          {alarms.map((alarm) => (
            <AlarmLine key={alarm.id} alarm={alarm} mayAck={mayAck} />
          ))}
        </ul>
      </div>
    </Tile>
  )
}
