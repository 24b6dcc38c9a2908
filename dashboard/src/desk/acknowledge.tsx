import { useState, type FormEvent } from 'react'
import { z } from 'zod'
import { useSpeech } from '../i18n/language.js'
import { formField } from '../rest/form-field.js'
import { request } from '../rest/request.js'

interface Props {
  /** Of the alarm. */
  id: string
  /** It was acknowledged; the button that did it is gone. */
  done: () => void
}

function NoteForm({ id, done, close }: Props & { close: () => void }) {
  const { m } = useSpeech()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const send = async (form: HTMLFormElement) => {
    setBusy(true)
    const path = `/api/v1/alarms/${encodeURIComponent(id)}/ack`
    const body = { note: formField(form, 'note') }
    const answer = await request(z.unknown(), path, { method: 'POST', body })
    setBusy(false)
    setFailed(!answer.ok)
    if (answer.ok) done()
  }
  return (
    <form
      className="ack"
      // it stands in the list of alarms, which is said aloud
      aria-live="off"
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault()
        if (!busy) void send(event.currentTarget)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <input
        name="note"
        aria-label={m.alarms.note}
        placeholder={m.alarms.note}
        maxLength={500}
        required
        autoFocus
      />
      <button type="submit" className="button button-main" aria-disabled={busy}>
        {m.alarms.send}
      </button>
      <button type="button" className="link" onClick={close}>
        {m.alarms.cancel}
      </button>
      {failed && <p role="alert">{m.alarms.failed}</p>}
    </form>
  )
}

/** A button that unfolds into the note that goes with the response; the focus follows, and comes back when it is left. */
export function Acknowledge({ id, done }: Props) {
  const { m } = useSpeech()
  const [stand, setStand] = useState<'folded' | 'open' | 'left' | 'sent'>('folded')
  const sent = () => {
    setStand('sent')
    done()
  }
  if (stand === 'sent') return null
  if (stand === 'open') return <NoteForm id={id} done={sent} close={() => setStand('left')} />
  return (
    <button type="button" className="button" autoFocus={stand === 'left'} onClick={() => setStand('open')}>
      {m.alarms.acknowledge}
    </button>
  )
}
