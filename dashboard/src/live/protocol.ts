import {
  onDelta,
  onSnapshot,
  type Delta,
  type Heartbeat,
  type Held,
  type Snapshot,
  type Topic,
} from '@mcc/contract'

/** What the protocol may ask of the line. */
export interface Line {
  subscribe: (topics: Topic[]) => void
  unsubscribe: (topics: Topic[]) => void
  resync: (topic: Topic) => void
}

/** Held states of the subscribed topics, kept equal to the server's. */
export interface Protocol {
  held: (topic: Topic) => Held | undefined
  /** Is a state held from before a loss, its fresh snapshot still owed? */
  owes: () => boolean
  want: (topic: Topic) => void
  drop: (topic: Topic) => void
  connected: () => void
  /** The line was lost or silent: nothing held counts as fresh until a snapshot came. */
  lost: () => void
  /** These two say whether the held state changed. */
  snapshot: (m: Snapshot) => boolean
  delta: (m: Delta) => boolean
  heartbeat: (m: Heartbeat) => void
  refused: (topic: Topic) => void
}

interface Book {
  states: Map<Topic, Held>
  wanted: Set<Topic>
  /** A snapshot was asked for on a good line; asked again, and owed, when the next heartbeat comes first. */
  asked: Set<Topic>
  owed: Set<Topic>
}

function hearHeartbeat({ states, wanted, asked, owed }: Book, line: Line, m: Heartbeat): void {
  for (const topic of wanted) {
    const held = states.get(topic)
    const newest = m.seqs[topic]
    const waiting = asked.has(topic) || owed.has(topic)
    const behind = !held || held.epoch !== m.epoch || (newest !== undefined && newest > held.seq)
    if (!waiting && !behind) continue
    if (waiting && held) owed.add(topic)
    asked.add(topic)
    line.resync(topic)
  }
}

/** Makes the client half of the `{epoch, seq}` protocol for one line. */
export function makeProtocol(line: Line): Protocol {
  const book: Book = { states: new Map(), wanted: new Set(), asked: new Set(), owed: new Set() }
  const { states, wanted, asked, owed } = book
  const settle = (topic: Topic) => {
    asked.delete(topic)
    owed.delete(topic)
  }
  const owe = () => {
    for (const topic of wanted) (states.has(topic) ? owed : asked).add(topic)
  }
  return {
    held: (topic) => states.get(topic),
    owes: () => owed.size > 0,
    want(topic) {
      if (wanted.has(topic)) return
      wanted.add(topic)
      asked.add(topic)
      line.subscribe([topic])
    },
    drop(topic) {
      wanted.delete(topic)
      settle(topic)
      states.delete(topic)
      line.unsubscribe([topic])
    },
    connected() {
      owe()
      if (wanted.size > 0) line.subscribe([...wanted])
    },
    lost: owe,
    snapshot(m) {
      if (!wanted.has(m.topic)) return false
      const before = states.get(m.topic)
      const next = onSnapshot(before, m)
      states.set(m.topic, next)
      settle(m.topic)
      return next !== before
    },
    delta(m) {
      if (!wanted.has(m.topic)) return false
      const before = states.get(m.topic)
      const { held, resync } = onDelta(before, m)
      if (held && held !== before) states.set(m.topic, held)
      if (resync && !asked.has(m.topic)) {
        asked.add(m.topic)
        line.resync(m.topic)
      }
      return !resync && held !== before
    },
    heartbeat: (m) => hearHeartbeat(book, line, m),
    refused(topic) {
      wanted.delete(topic)
      settle(topic)
    },
  }
}
