import { exerciseLabel } from '@mcc/contract'
import type { ReactNode } from 'react'
import './exercise-frame.css'
import { useSession } from '../rest/session.js'

const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const

/** The ochre frame around what is inside, the word in each corner; without a word no frame. */
export function ExerciseBorder({ label, children }: { label: string | undefined; children: ReactNode }) {
  return (
    <div className={label === undefined ? 'exercise-absent' : 'exercise'}>
      {label !== undefined && (
        <aside aria-label={label}>
          {CORNERS.map((corner) => (
            <span key={corner} className={`exercise-word exercise-${corner}`}>
              {label}
            </span>
          ))}
        </aside>
      )}
      {children}
    </div>
  )
}

/**
 * The frame of an exercise around the whole page. Real stores have none: there it is without a box, as it is until the
 * server has told, so that the page inside is made once.
 */
export function ExerciseFrame({ children }: { children: ReactNode }) {
  const { exercise } = useSession()
  return (
    <div
      className={exercise ? '' : 'exercise-absent'}
      data-testid={exercise && 'exercise-mark'}
      data-value={exercise?.scale}
    >
      <ExerciseBorder label={exercise && exerciseLabel(exercise)}>{children}</ExerciseBorder>
    </div>
  )
}
