import { useState } from 'react'

interface Written {
  /** What stands in the field. */
  value: string
  write: (text: string) => void
  /** While somebody is in the field: what stands there stays. */
  hold: () => void
  release: () => void
  /** Was what was written refused? */
  wrong: boolean
  refuse: (wrong: boolean) => void
}

/**
 * A field that shows `text` until somebody writes in it, and `text` again once `of`, which it stands for, has changed. A
 * new `key` would do that too, but take the focus away from who pressed Enter in the field.
 */
export function useWritten(text: string, of: string | undefined): Written {
  const [draft, setDraft] = useState<string>()
  const [held, setHeld] = useState<string>()
  const [wrong, refuse] = useState(false)
  const [seen, setSeen] = useState(of)
  if (seen !== of) {
    setSeen(of)
    setDraft(undefined)
    setHeld(undefined)
    refuse(false)
  }
  return {
    value: draft ?? held ?? text,
    write: setDraft,
    hold: () => setHeld(text),
    release: () => setHeld(undefined),
    wrong,
    refuse,
  }
}
