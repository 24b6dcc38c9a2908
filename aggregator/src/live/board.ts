import { diff, type Delta, type Json, type Snapshot, type Topic } from '@mcc/contract'

interface Held {
  seq: number
  asOf: string
  state: Json
}

/**
 * The states that are served, one per topic, and their sequence. Pure: `serverTime` is passed in.
 * Viewers are served from here; no viewer ever causes a query.
 */
export class Board {
  private readonly held = new Map<Topic, Held>()

  constructor(readonly epoch: string) {}

  /** Sets the state of a topic; the delta to send, or undefined when neither state nor data time has changed. */
  publish(topic: Topic, state: Json, asOf: string): Delta | undefined {
    const before = this.held.get(topic)
    if (!before) {
      this.held.set(topic, { seq: 1, asOf, state })
      return undefined
    }
    const changes = diff(before.state, state)
    if (changes.length === 0 && before.asOf === asOf) return undefined
    const seq = before.seq + 1
    this.held.set(topic, { seq, asOf, state })
    return { topic, epoch: this.epoch, seq, prev: before.seq, asOf, changes }
  }

  snapshot(topic: Topic, serverTime: string): Snapshot | undefined {
    const held = this.held.get(topic)
    return held && { topic, epoch: this.epoch, serverTime, ...held }
  }

  seqOf(topic: Topic): number | undefined {
    return this.held.get(topic)?.seq
  }
}
