import { patch } from './diff.js'
import type { Delta, Held, Snapshot } from './messages.js'

export type Reduced = { held: Held; resync: false } | { held: Held | undefined; resync: true }

/** A snapshot replaces what is held, unless it is an older one of the same epoch. */
export function onSnapshot(held: Held | undefined, m: Snapshot): Held {
  if (held && held.epoch === m.epoch && held.seq > m.seq) return held
  return { epoch: m.epoch, seq: m.seq, asOf: m.asOf, state: m.state }
}

/**
 * A delta is applied only onto the state it was made from. One already covered is ignored;
 * a gap, or another epoch, keeps the old state and asks for a snapshot.
 */
export function onDelta(held: Held | undefined, m: Delta): Reduced {
  if (!held || held.epoch !== m.epoch) return { held, resync: true }
  if (m.seq <= held.seq) return { held, resync: false }
  if (m.prev !== held.seq) return { held, resync: true }
  return {
    held: { epoch: m.epoch, seq: m.seq, asOf: m.asOf, state: patch(held.state, m.changes) },
    resync: false,
  }
}
