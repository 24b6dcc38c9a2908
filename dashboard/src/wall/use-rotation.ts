import type { PlaylistScene } from '@mcc/contract'
import { useEffect, useReducer, useState } from 'react'
import { placeAfter, turn, turnOfKey, type Rotation, type Turn } from './rotation.js'

interface Options {
  /** The scenes that are shown, at least one. */
  scenes: readonly PlaylistScene[]
  /** The scene to begin with, from 0. */
  first: number
  paused: boolean
  /** Does an alarm call for its board? */
  called: boolean
}
type Move = Turn | { place: number }

/** The board stands for as long as a scene usually does before a hand's turn is undone. */
const BOARD_S = 20

function useKeys(move: (by: Turn) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const by = turnOfKey(event.key)
      if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      move(by)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [move])
}

/** Rotates through the scenes, each for its time; keys turn, space pauses, an alarm calls up its board. */
export function useRotation({ scenes, first, paused, called }: Options): Rotation {
  const [at, move] = useReducer(
    (was: Rotation, by: Move) =>
      typeof by === 'object' ? { ...was, ...by } : turn(was, by, { scenes: scenes.length, called }),
    { place: Math.min(first, scenes.length - 1), paused, board: called },
  )
  const [before, setBefore] = useState(scenes)
  const place = before === scenes ? at.place : placeAfter(before, scenes, at.place)
  if (before !== scenes) {
    setBefore(scenes)
    move({ place })
  }
  const dwell = at.board ? BOARD_S : (scenes[place]?.dwell ?? BOARD_S)
  useEffect(() => {
    const timer = setInterval(() => move('dwell-over'), dwell * 1_000)
    return () => clearInterval(timer)
  }, [at, dwell])
  useEffect(() => move(called ? 'alarm' : 'alarm-over'), [called])
  useKeys(move)
  return { ...at, place }
}
