const HOUR_MS = 3_600_000
/** Data time per second of replay, in milliseconds. */
export const SPEEDS = { '1h': HOUR_MS, '6h': 6 * HOUR_MS, '1d': 24 * HOUR_MS } as const
export const SPEED_NAMES = ['1h', '6h', '1d'] as const satisfies readonly (keyof typeof SPEEDS)[]
export type Speed = (typeof SPEED_NAMES)[number]
export const DEFAULT_SPEED: Speed = '6h'

/** In place of a moment that cannot be read: such an address is never taken for live. */
export const UNREADABLE = 'unreadable'

/** What the page shows: now, one moment of knowing, or moments one after another; instants as UTC text. */
export type Mode =
  | { kind: 'live' }
  | { kind: 'moment'; at: string }
  | { kind: 'replay'; from: string; speed: Speed }
  | { kind: 'unreadable' }

export interface ModeSearch {
  at?: string | undefined
  replay?: string | undefined
  speed?: Speed | undefined
}

/** The mode that an address asks for; a moment goes before a replay. */
export function modeOf({ at, replay, speed = DEFAULT_SPEED }: ModeSearch): Mode {
  const moment = at ?? replay
  if (moment === undefined) return { kind: 'live' }
  if (moment === UNREADABLE) return { kind: 'unreadable' }
  return at === undefined ? { kind: 'replay', from: moment, speed } : { kind: 'moment', at: moment }
}
