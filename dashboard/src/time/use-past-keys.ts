import { useEffect } from 'react'
import { past } from './past.js'
import { useMode } from './use-moment.js'

/** On a wall, which has no bar: p pauses the replay and lets it go on, `,` and `.` step back and on. */
export function usePastKeys(): void {
  const replay = useMode().kind === 'replay'
  useEffect(() => {
    if (!replay) return undefined
    const listen = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (ctrlKey || metaKey || altKey) return
      if (key === '.') past.step(1)
      else if (key === ',') past.step(-1)
      else if (key === 'p') past[past.store.getState().past?.paused ? 'resume' : 'pause']()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [replay])
}
