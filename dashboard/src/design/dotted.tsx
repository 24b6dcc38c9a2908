import type { ReactNode } from 'react'
import './dotted.css'

/** Facts on a line with dots between them. What does not fit goes to the next line whole; no line begins or ends with a dot. */
export function Dotted({ items }: { items: readonly ReactNode[] }) {
  return (
    <span className="dotted">
      <span className="dotted-items">
        {items.map((item, i) => (
          <span key={i} className="dotted-item">
            <span className="dotted-dot" aria-hidden="true">
              ·
            </span>
            <span>
              {item}
              {i < items.length - 1 && <span className="visually-hidden">, </span>}
            </span>
          </span>
        ))}
      </span>
    </span>
  )
}
