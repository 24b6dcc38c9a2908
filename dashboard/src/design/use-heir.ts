import { useCallback, useEffect, useRef } from 'react'

interface Heir {
  /** Of the element that has the focus next. */
  heir: (element: HTMLElement | null) => void
  /** Says that a button was pressed that may go. */
  press: () => void
}

/** Where the focus goes once the button that was pressed is gone, which may be only after an answer has come. */
export function useHeir(): Heir {
  const place = useRef<HTMLElement>(null)
  const pressed = useRef(false)
  useEffect(() => {
    if (!pressed.current || document.activeElement !== document.body) return
    pressed.current = false
    place.current?.focus()
  })
  return {
    heir: useCallback((element) => {
      place.current = element
    }, []),
    press: useCallback(() => {
      pressed.current = true
    }, []),
  }
}
