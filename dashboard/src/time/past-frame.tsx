import type { ReactNode } from 'react'
import './past-frame.css'
import { useSpeech } from '../i18n/language.js'
import { useMoment } from './use-moment.js'

const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const

/** The violet frame of a past moment around the whole page, the word and the moment in each corner. */
export function PastFrame({ children }: { children: ReactNode }) {
  const { m, f } = useSpeech()
  const at = useMoment()
  if (at === undefined) return children
  const label = `${m.gallery.past} · ${f.moment(at)}`
  return (
    <div className="past" data-testid="past-mark" data-value={at}>
      <aside aria-label={label}>
        {CORNERS.map((corner) => (
          <span key={corner} className={`past-word past-${corner}`}>
            {label}
          </span>
        ))}
      </aside>
      {children}
    </div>
  )
}
