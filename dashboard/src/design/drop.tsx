import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import './drop.css'

interface Props {
  /** What the button says. */
  label: ReactNode
  /** Name of the panel for those who hear the page. */
  name: string
  className?: string
  /** The panel hangs from the button's right edge. */
  right?: boolean
  /** Contents of the panel; called with a way to close it, which hands the focus back to the button. */
  children: (close: () => void) => ReactNode
}

const ITEMS = 'button:not(:disabled)'

/** Arrows, Home and End walk through the panel's buttons. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(ITEMS)]
  const here = items.findIndex((item) => item === document.activeElement)
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: -1 }[event.key]
  if (to === undefined || items.length === 0) return
  event.preventDefault()
  items.at(to % items.length)?.focus()
}

interface PanelProps {
  id?: string
  name: string
  ref?: Ref<HTMLDivElement>
  children: ReactNode
}

/** The panel itself. */
export function DropPanel({ id, name, ref, children }: PanelProps) {
  return (
    <div ref={ref} id={id} role="group" aria-label={name} className="drop-panel" onKeyDown={walk}>
      {children}
    </div>
  )
}

/** A button with a small panel under it: Escape, a press elsewhere and leaving by Tab close it. */
export function Drop({ label, name, className = 'button', right = false, children }: Props) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const box = useRef<HTMLSpanElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const close = () => {
    // a file may come after the panel was left: whoever is elsewhere by then stays there
    const inside = document.getElementById(id)?.contains(document.activeElement)
    setOpen(false)
    if (inside) document.getElementById(`${id}-button`)?.focus()
  }
  useEffect(() => {
    if (!open) return undefined
    const chosen = panel.current?.querySelector<HTMLElement>('[aria-checked="true"]')
    ;(chosen ?? panel.current?.querySelector<HTMLElement>(ITEMS))?.focus()
    const press = (event: PointerEvent) => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) setOpen(false)
    }
    document.addEventListener('pointerdown', press)
    return () => document.removeEventListener('pointerdown', press)
  }, [open])
  return (
    <span
      ref={box}
      className={`drop ${right ? 'drop-right' : ''}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        // or the dialog around it would close too
        event.preventDefault()
        close()
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <button
        type="button"
        id={`${id}-button`}
        className={className}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <DropPanel ref={panel} id={id} name={name}>
          {children(close)}
        </DropPanel>
      )}
    </span>
  )
}
