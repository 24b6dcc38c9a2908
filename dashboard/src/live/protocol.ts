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

/** The client half of the `{epoch, seq}` protocol: held states of the wanted topics, kept equal to the server's. */
export class Protocol {
  private readonly states = new Map<Topic, Held>()
  private readonly wanted = new Set<Topic>()
  /** A snapshot was asked for on a good line; asked again, and owed, when the next heartbeat comes first. */
  private readonly asked = new Set<Topic>()
  /** A state is held from before a loss, its fresh snapshot still to come. */
  private readonly owed = new Set<Topic>()

  constructor(private readonly line: Line) {}

  held(topic: Topic): Held | undefined {
    return this.states.get(topic)
  }

  owes(): boolean {
    return this.owed.size > 0
  }

  want(topic: Topic): void {
    if (this.wanted.has(topic)) return
    this.wanted.add(topic)
    this.asked.add(topic)
    this.line.subscribe([topic])
  }

  drop(topic: Topic): void {
    this.wanted.delete(topic)
    this.settle(topic)
    this.states.delete(topic)
    this.line.unsubscribe([topic])
  }

  connected(): void {
    this.lost()
    if (this.wanted.size > 0) this.line.subscribe([...this.wanted])
  }

  /** The line was lost or silent: nothing held counts as fresh until a snapshot came. */
  lost(): void {
    for (const topic of this.wanted) (this.states.has(topic) ? this.owed : this.asked).add(topic)
  }

  /** True when the held state changed. */
  snapshot(m: Snapshot): boolean {
    if (!this.wanted.has(m.topic)) return false
    const before = this.states.get(m.topic)
    const next = onSnapshot(before, m)
    this.states.set(m.topic, next)
    this.settle(m.topic)
    return next !== before
  }

  /** True when the held state changed; a gap or another epoch asks for a snapshot, once. */
  delta(m: Delta): boolean {
    if (!this.wanted.has(m.topic)) return false
    const before = this.states.get(m.topic)
    const { held, resync } = onDelta(before, m)
    if (held && held !== before) this.states.set(m.topic, held)
    if (resync && !this.asked.has(m.topic)) {
      this.asked.add(m.topic)
      this.line.resync(m.topic)
    }
    return !resync && held !== before
  }

  /** Notices a lost last delta, another epoch, or a snapshot that never came. */
  heartbeat(m: Heartbeat): void {
    for (const topic of this.wanted) {
      const held = this.states.get(topic)
      const newest = m.seqs[topic]
      const waiting = this.asked.has(topic) || this.owed.has(topic)
      const behind = !held || held.epoch !== m.epoch || (newest !== undefined && newest > held.seq)
      if (!waiting && !behind) continue
      if (waiting && held) this.owed.add(topic)
      this.asked.add(topic)
      this.line.resync(topic)
    }
  }

  refused(topic: Topic): void {
    this.wanted.delete(topic)
    this.settle(topic)
  }

  private settle(topic: Topic): void {
    this.asked.delete(topic)
    this.owed.delete(topic)
  }
}
