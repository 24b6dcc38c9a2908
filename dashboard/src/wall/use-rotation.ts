import { useEffect, useReducer } from 'react'
import { DWELL_MS, turn, turnOfKey, type Rotation, type Turn } from './rotation.js'

interface Options {
  scenes: number
  /** The scene to begin with, from 0. */
  first: number
  paused: boolean
  /** The alarm board while an alarm calls for it. */
  alarm: number | undefined
}

/** Rotates through the scenes; arrows turn, space pauses, an alarm calls up its board. */
export function useRotation({ scenes, first, paused, alarm }: Options): Rotation {
  const [at, move] = useReducer((was: Rotation, by: Turn) => turn(was, by, { scenes, alarm }), {
    scene: Math.min(first, scenes - 1),
    paused,
  })
  useEffect(() => {
    const timer = setInterval(() => move('dwell-over'), DWELL_MS)
    return () => clearInterval(timer)
  }, [at])
  useEffect(() => {
    if (alarm !== undefined) move('alarm')
  }, [alarm])
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
