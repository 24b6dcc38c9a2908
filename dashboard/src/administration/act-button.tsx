import { useState, type FormEvent, type ReactNode } from 'react'
import { Over } from '../design/over.js'
import { useSpeech } from '../i18n/language.js'
import type { Answer, Refusal } from '../rest/request.js'
import { refreshSession } from '../rest/session.js'
import { refusalText } from './refusal-text.js'

interface Act<T> {
  /** The dialog's title: what is about to be done, and to what. */
  title: string
  /** What will come of it, or the fields of a form. */
  children: ReactNode
  /** What the button says that does it. */
  confirm: string
  act: (form: HTMLFormElement) => Promise<Answer<T>>
  /** It was done. */
  done: (value: T) => void
  /** What came of it, to be seen before the dialog closes; without it the dialog closes at once. */
  outcome?: (value: T) => ReactNode
}

function ActForm<T>({ of, close, show }: { of: Act<T>; close: () => void; show: (value: T) => void }) {
  const { m } = useSpeech()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const run = async (form: HTMLFormElement) => {
    setBusy(true)
    setRefusal(undefined)
    const answer = await of.act(form)
    setBusy(false)
    if (!answer.ok) {
      setRefusal(answer)
      if (answer.failure === 'unauthorised') await refreshSession()
      return
    }
    if (of.outcome) show(answer.value)
    else close()
    of.done(answer.value)
  }
  return (
    <form
      className="act-form"
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault()
        if (!busy) void run(event.currentTarget)
      }}
    >
      {of.children}
      <p role="alert" className="act-refusal">
        {refusal && refusalText(refusal, m)}
      </p>
      <p className="act-buttons">
        <button type="submit" className="button button-main" aria-disabled={busy}>
          {of.confirm}
        </button>
        <button type="button" className="button" onClick={close}>
          {m.administration.cancel}
        </button>
      </p>
    </form>
  )
}

/** A button that asks before it acts: what will come of it, or a form; a refusal is told in the same place. */
export function ActButton<T>({ label, name, main, ...act }: Act<T> & Labels) {
  const [open, setOpen] = useState(false)
  const [came, setCame] = useState<{ value: T }>()
  // what is told this once is told though the dialog was closed before the answer came
  const show = (value: T) => {
    setCame({ value })
    setOpen(true)
  }
  const begin = () => {
    setCame(undefined)
    setOpen(true)
  }
  return (
    <>
      <button
        type="button"
        className={main ? 'button button-main' : 'link'}
        aria-label={name}
        onClick={begin}
      >
        {label}
      </button>
      {open && (
        <Over title={act.title} className="over-small" onClose={() => setOpen(false)}>
          {(close) =>
            came && act.outcome ? (
              <Outcome close={close}>{act.outcome(came.value)}</Outcome>
            ) : (
              <ActForm of={act} close={close} show={show} />
            )
          }
        </Over>
      )}
    </>
  )
}

interface Labels {
  label: string
  /** What the button is called by those who hear the page; tells it from the same one of another row. */
  name?: string
  main?: boolean
}

function Outcome({ close, children }: { close: () => void; children: ReactNode }) {
  const { m } = useSpeech()
  return (
    <div className="act-form">
      {children}
      <p className="act-buttons">
        <button type="button" className="button" onClick={close}>
          {m.administration.saved}
        </button>
      </p>
    </div>
  )
}
