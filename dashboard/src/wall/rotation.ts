import type { PlaylistScene } from '@mcc/contract'

/** Where a wall stands in its playlist. The alarm board comes over it and leaves it where it was. */
export interface Rotation {
  /** Place among the scenes that are shown, from 0. */
  place: number
  paused: boolean
  /** Does the alarm board stand before it? */
  board: boolean
}
export type Turn =
  | 'next'
  | 'previous'
  | 'pause'
  | 'dwell-over'
  | 'alarm'
  | 'alarm-over'
  /** A scene by its number, from 1. */
  | number

interface Course {
  /** How many scenes are shown. */
  scenes: number
  /** Does an alarm call for the board? It comes up at once, and again after whatever a hand turned to. */
  called: boolean
}

/** The next place after a key, the end of the dwell or an alarm; a paused wall otherwise moves only by hand. */
export function turn(at: Rotation, by: Turn, { scenes, called }: Course): Rotation {
  if (typeof by === 'number') return by > scenes ? at : { ...at, place: by - 1, board: false }
  const step = by === 'previous' ? -1 : 1
  const moved = { ...at, place: (at.place + step + scenes) % scenes, board: false }
  switch (by) {
    case 'pause':
      return { ...at, paused: !at.paused }
    case 'alarm':
      return { ...at, board: true }
    case 'alarm-over':
      return { ...at, board: false }
    case 'dwell-over':
      if (called) return { ...at, board: true }
      return at.paused ? at : moved
    case 'next':
    case 'previous':
      return moved
  }
}

/**
 * The place in a changed list: the scene that stands keeps standing if it is still there, else what came to its place.
 */
export function placeAfter(
  before: readonly PlaylistScene[],
  now: readonly PlaylistScene[],
  place: number,
): number {
  const scene = before[place]?.scene
  if (now[place]?.scene === scene) return place
  const found = now.findIndex((s) => s.scene === scene)
  return found === -1 ? Math.min(place, now.length - 1) : found
}

const KEYS: Record<string, Turn> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  MediaTrackNext: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  MediaTrackPrevious: 'previous',
  ' ': 'pause',
  MediaPlayPause: 'pause',
}
/** What a key or a button of a remote control means on a wall: digits are scenes, 0 the tenth. */
export function turnOfKey(key: string): Turn | undefined {
  if (/^\d$/.test(key)) return key === '0' ? 10 : Number(key)
  return KEYS[key]
}
