import { useRef, useState } from 'react'

/**
 * What was done last, said above the list. It takes the focus, for the button that did it may be gone with its row.
 */
export function useSaid() {
  const [text, setText] = useState('')
  const line = useRef<HTMLParagraphElement>(null)
  const say = (what: string) => {
    setText(what)
    line.current?.focus()
  }
  const said = (
    <p role="status" tabIndex={-1} ref={line} className="admin-said">
      {text}
    </p>
  )
  return { said, say }
}
