import { useEffect, useReducer } from 'react'
import { DWELL_MS, turn, turnOfKey, type Rotation, type Turn } from './rotation.js'

/** Rotates `scenes` scenes; arrows turn, space pauses. `first` is the scene to begin with, from 0. */
export function useRotation(scenes: number, first: number, paused: boolean): Rotation {
  const [at, move] = useReducer((was: Rotation, by: Turn) => turn(was, by, scenes), {
    scene: Math.min(first, scenes - 1),
    paused,
  })
  useEffect(() => {
    const timer = setTimeout(() => move('dwell-over'), DWELL_MS)
    return () => clearTimeout(timer)
  }, [at])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const by = turnOfKey(event.key)
      if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      move(by)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return at
}
