import type { ReactNode } from 'react'
import { useSpeech } from '../i18n/language.js'
import { useLiveState, useTopic } from '../live/use-live.js'
import { noteOf } from './past-note.js'

/** The views below, unless the moment asked for can have no figures: then why. */
export function PastGate({ children }: { children: ReactNode }) {
  const { m, f } = useSpeech()
  // Wanted also while no view stands here, so that a moment that gets settled is noticed.
  useTopic('nation')
  const past = useLiveState((s) => s.past)
  const problem = past?.shown === undefined ? past?.problem?.problem : undefined
  if (past === undefined || problem === undefined || problem === 'unreachable') return children
  return (
    <main className="desk-state wall-message">
      <h1 className="wall-message-title">{noteOf(past, m, f)}</h1>
    </main>
  )
}
