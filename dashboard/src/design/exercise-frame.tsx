import { exerciseLabel } from '@mcc/contract'
import type { ReactNode } from 'react'
import './exercise-frame.css'
import { useSession } from '../rest/session.js'

const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const

/** The ochre frame of an exercise around the whole page, the word in each corner. Real stores have none. */
export function ExerciseFrame({ children }: { children: ReactNode }) {
  const { exercise } = useSession()
  if (!exercise) return children
  const label = exerciseLabel(exercise)
  return (
    <div className="exercise" data-testid="exercise-mark" data-value={exercise.scale}>
      <aside aria-label={label}>
        {CORNERS.map((corner) => (
          <span key={corner} className={`exercise-word exercise-${corner}`}>
            {label}
          </span>
        ))}
      </aside>
      {children}
    </div>
  )
}
