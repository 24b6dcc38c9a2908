/** Where a wall stands in its playlist. */
export interface Rotation {
  scene: number
  paused: boolean
}
export type Turn = 'next' | 'previous' | 'pause' | 'dwell-over'
export const DWELL_MS = 20_000

/** The next place after a key or the end of the dwell; a paused wall moves only by hand. */
export function turn(at: Rotation, by: Turn, scenes: number): Rotation {
  if (by === 'pause') return { ...at, paused: !at.paused }
  if (by === 'dwell-over' && at.paused) return at
  const step = by === 'previous' ? -1 : 1
  return { ...at, scene: (at.scene + step + scenes) % scenes }
}

const KEYS: Record<string, Turn> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  ' ': 'pause',
}
/** What a key or a button of a remote control means on a wall. */
export const turnOfKey = (key: string): Turn | undefined => KEYS[key]
