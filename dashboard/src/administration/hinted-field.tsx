import { useId, type ReactNode } from 'react'

interface Props {
  label: string
  /** What one has to know to fill it in; heard after the name of the field. */
  hint: string
  /** The control, which carries `described` as its `aria-describedby`. */
  children: (described: string) => ReactNode
}

/** A field of a form with a line of help under it. */
export function HintedField({ label, hint, children }: Props) {
  const id = useId()
  return (
    <div className="admin-field">
      <label className="admin-field">
        {label}
        {children(id)}
      </label>
      <p id={id} className="quiet-state">
        {hint}
      </p>
    </div>
  )
}
