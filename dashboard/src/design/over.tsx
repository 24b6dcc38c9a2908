import { useEffect, useState, type ReactNode } from 'react'
import './over.css'

interface Props {
  title: string
  /** What the button at the head says; without it the contents must offer a way out. */
  closeLabel?: string
  className?: string
  /** More controls in the head, as the menu of files. */
  controls?: ReactNode
  onClose: () => void
  /** Called with a way to close it; Escape closes it too. */
  children: (close: () => void) => ReactNode
}

/**
 * Stands over the page until it is closed, and then gives the focus back to what opened it. What is marked
 * `data-first` has the focus at the beginning.
 */
export function Over({ title, closeLabel, className = '', controls, onClose, children }: Props) {
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null)
  useEffect(() => {
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus()
  }, [dialog])
  const close = () => dialog?.close()
  return (
    <dialog ref={setDialog} className={`over ${className}`} aria-label={title} onClose={onClose}>
      <header className="tile-head">
        <h2>{title}</h2>
        <span className="tile-controls">
          {controls}
          {closeLabel !== undefined && (
            <button type="button" className="link" onClick={close}>
              {closeLabel}
            </button>
          )}
        </span>
      </header>
      {children(close)}
    </dialog>
  )
}
