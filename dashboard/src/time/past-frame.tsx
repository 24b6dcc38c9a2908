import { useEffect, type ReactNode } from 'react'
import './past-frame.css'
import { useSpeech } from '../i18n/language.js'
import { dataTimeOf } from '../live/live-store.js'
import { liveLine } from '../live/socket.js'
import { refreshSession, useSession } from '../rest/session.js'
import { past } from './past.js'
import { useMode, useMoment } from './use-moment.js'

const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const
const LIVE = { kind: 'live' } as const

/**
 * The past follows the address of the whole page, so that a replay goes on from one place to the next; it hears from the
 * live line how far the data has gone on.
 */
function useFollow(): void {
  const mode = useMode()
  const known = useSession().status === 'known'
  useEffect(() => past.follow(known ? mode : LIVE), [mode, known])
  const inPast = known && mode.kind !== 'live'
  useEffect(() => {
    if (!inPast) return undefined
    const live = liveLine(() => void refreshSession())
    const hear = () => past.hear(dataTimeOf(live.store.getState()))
    const leave = [live.store.subscribe(hear), live.want('nation')]
    hear()
    return () => leave.forEach((end) => end())
  }, [inPast])
}

interface BorderProps {
  /** Undefined where there is no frame. */
  word: string | undefined
  /** The moment of the figures, as written for people. */
  moment: string | undefined
  children: ReactNode
}

/** The violet frame around what is inside, word and moment in each corner; without a word no frame. */
export function PastBorder({ word, moment, children }: BorderProps) {
  return (
    <div className={word === undefined ? 'past-absent' : 'past'}>
      {word !== undefined && (
        <aside aria-label={moment === undefined ? word : `${word} · ${moment}`}>
          {CORNERS.map((corner) => (
            <span key={corner} className={`past-word past-${corner}`}>
              {word}
              {moment !== undefined && <span className="past-moment"> · {moment}</span>}
            </span>
          ))}
        </aside>
      )}
      {children}
    </div>
  )
}

/**
 * The frame of the past around the whole page while it shows no present. Live it is there without a box: the page inside
 * stays the same one, with its focus, when a hand leads it into the past and back.
 */
export function PastFrame({ children }: { children: ReactNode }) {
  const { m, f } = useSpeech()
  useFollow()
  const { kind } = useMode()
  const at = useMoment()
  const live = kind === 'live'
  return (
    <div className={live ? 'past-absent' : ''} data-testid={live ? undefined : 'past-mark'} data-value={at}>
      <PastBorder
        word={live ? undefined : kind === 'replay' ? m.times.replayWord : m.times.pastWord}
        moment={at === undefined ? undefined : f.moment(at)}
      >
        {children}
      </PastBorder>
    </div>
  )
}
