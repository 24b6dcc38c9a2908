import { useRef, useState } from 'react'

interface Props {
  /** The live count that a list was read beside; empty before it is known. */
  count: string
  /** What the button says. */
  word: string
  /** Reads the list again. */
  again: () => void
}

/**
 * Says that a live count has moved since the list beside it was read: the list itself does not jump under the reader, and
 * the words take no more place when they show than before.
 */
export function Moved({ count, word, again }: Props) {
  const [seen, setSeen] = useState(count)
  if (seen === '' && count !== '') setSeen(count)
  const moved = seen !== count && seen !== ''
  const place = useRef<HTMLSpanElement>(null)
  const press = () => {
    setSeen(count)
    // the button is gone with the press
    place.current?.focus()
    again()
  }
  return (
    <span ref={place} tabIndex={-1}>
      <button type="button" className={moved ? 'link' : 'link link-kept'} onClick={press}>
        {word}
      </button>
    </span>
  )
}
