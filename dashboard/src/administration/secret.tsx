import { useEffect, useRef, useState } from 'react'
import { copyText } from '../design/copy-text.js'
import { useSpeech } from '../i18n/language.js'

/** Something that is shown once and then kept nowhere, ready to be copied. */
export function Secret({ label, value, note }: { label: string; value: string; note: string }) {
  const { m } = useSpeech()
  const [copied, setCopied] = useState<boolean>()
  const field = useRef<HTMLInputElement>(null)
  // the focus was on a button that is gone
  useEffect(() => field.current?.select(), [])
  const copy = async () => {
    field.current?.select()
    setCopied(await copyText(value))
  }
  return (
    <>
      <p>
        <strong>{m.administration.shownOnce}</strong> {note}
      </p>
      <label className="admin-field">
        {label}
        <input ref={field} className="secret" readOnly value={value} data-testid="secret" />
      </label>
      <p className="act-buttons">
        <button type="button" className="button button-main" onClick={() => void copy()}>
          {m.administration.copy}
        </button>
        <span role="status" className="quiet-state">
          {copied !== undefined && (copied ? m.administration.copied : m.administration.copyByHand)}
        </span>
      </p>
    </>
  )
}
