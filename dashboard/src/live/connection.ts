/** `past` is no line at all: what was known at a moment. */
export type Connection = 'connecting' | 'live' | 'lost' | 'past'

export interface ConnectionFacts {
  /** Is the socket open, as far as the browser knows? */
  open: boolean
  /** Monotonic milliseconds of the last message or heartbeat; undefined before the first. */
  heardAt: number | undefined
  /** Is a fresh snapshot still owed for any topic? */
  owed: boolean
  /** Monotonic milliseconds at which the client began. */
  since: number
}
/**
 * Silence longer than this is a lost connection, whatever the socket says: a heartbeat comes every 5 s, and the band
 * must stand within 10 s of the loss, tick and frame included.
 */
export const SILENCE_MS = 9_000

/** `live` only when something was heard within the last 9 s and nothing held is older than the last loss. */
export function connectionOf(facts: ConnectionFacts, now: number): Connection {
  const { open, heardAt, owed, since } = facts
  if (open && heardAt !== undefined && now - heardAt < SILENCE_MS && !owed) return 'live'
  return heardAt === undefined && now - since < SILENCE_MS ? 'connecting' : 'lost'
}
