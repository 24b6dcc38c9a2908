import { useRef, useState, type FormEvent } from 'react'
import { useSpeech } from '../i18n/language.js'
import type { Settling, Which } from '../rest/quarantine.js'
import { formField } from '../rest/form-field.js'
import type { Release } from './use-release.js'

interface Props {
  what: Settling
  which: Which
  /** Records it is about, for the words. */
  records: number
  /** Words of the button that begins. */
  label: string
  release: Release
  main?: boolean
}

/** A button that unfolds into what will happen, the reason that goes on record, and the button that does it. */
export function SettleForm({ what, which, records, label, release, main = false }: Props) {
  const { m, f } = useSpeech()
  const words = m.sourcesPage.act
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = (to: HTMLElement | null = button.current) => {
    setOpen(false)
    setFailed(false)
    to?.focus()
  }
  const send = async (form: HTMLFormElement) => {
    setBusy(true)
    const answer = await release.act(what, which, formField(form, 'reason').trim())
    setBusy(false)
    if (answer.ok) close(release.told.current)
    else setFailed(true)
  }
  const n = f.count(records)
  const reason = what === 'release' ? words.reason : words.discardReason
  return (
    <div className="settle">
      <button
        type="button"
        ref={button}
        className={main ? 'button button-main' : 'button'}
        aria-expanded={open}
        onClick={() => (open ? close() : setOpen(true))}
      >
        {label}
      </button>
      {open && (
        <form
          className="settle-form"
          onSubmit={(event: FormEvent<HTMLFormElement>) => {
            event.preventDefault()
            if (!busy) void send(event.currentTarget)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close()
          }}
        >
          <p>{what === 'release' ? words.releaseWhat(n) : words.discardWhat(n)}</p>
          <input
            name="reason"
            aria-label={reason}
            placeholder={reason}
            maxLength={500}
            pattern=".*\S.*"
            required
            autoFocus
          />
          <button type="submit" className="button button-main" aria-disabled={busy}>
            {what === 'release' ? words.confirm : words.confirmDiscard}
          </button>
          <button type="button" className="link" onClick={() => close()}>
            {words.cancel}
          </button>
          {failed && <p role="alert">{words.failed}</p>}
        </form>
      )}
    </div>
  )
}
