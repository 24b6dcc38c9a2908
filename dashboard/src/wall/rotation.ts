/** Where a wall stands in its playlist. */
export interface Rotation {
  scene: number
  paused: boolean
}
export type Turn = 'next' | 'previous' | 'pause' | 'dwell-over' | 'alarm'
export const DWELL_MS = 20_000

interface Playlist {
  scenes: number
  /** The alarm board while it is called for: it comes up at once and again after whatever a hand turned to. */
  alarm: number | undefined
}

/** The next place after a key, the end of the dwell or an alarm; a paused wall otherwise moves only by hand. */
export function turn(at: Rotation, by: Turn, { scenes, alarm }: Playlist): Rotation {
  if (by === 'pause') return { ...at, paused: !at.paused }
  if (by === 'alarm') return { ...at, scene: alarm ?? at.scene }
  if (by === 'dwell-over' && alarm !== undefined) return { ...at, scene: alarm }
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
