import { useEffect, type ReactNode } from 'react'
import './past-frame.css'
import { useSpeech } from '../i18n/language.js'
import { useSession } from '../rest/session.js'
import { past } from './past.js'
import { useMode, useMoment } from './use-moment.js'

const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const
const LIVE = { kind: 'live' } as const

/** The past follows the address of the whole page, so that a replay goes on from one place to the next. */
function useFollow(): void {
  const mode = useMode()
  const known = useSession().status === 'known'
  useEffect(() => past.follow(known ? mode : LIVE), [mode, known])
}

/** The violet frame around the whole page while it shows no present; word and moment in each corner. */
export function PastFrame({ children }: { children: ReactNode }) {
  const { m, f } = useSpeech()
  useFollow()
  const { kind } = useMode()
  const at = useMoment()
  if (kind === 'live') return children
  const word = kind === 'replay' ? m.times.replayWord : m.gallery.past
  return (
    <div className="past" data-testid="past-mark" data-value={at}>
      <aside aria-label={word}>
        {CORNERS.map((corner) => (
          <span key={corner} className={`past-word past-${corner}`}>
            {word}
            {at !== undefined && <span className="past-moment"> · {f.moment(at)}</span>}
          </span>
        ))}
      </aside>
      {children}
    </div>
  )
}
