import type { Delta, Heartbeat, Held, Snapshot, Topic, TopicStates } from '@mcc/contract'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { connectionOf, SILENCE_MS, type Connection } from './connection.js'
import { Protocol, type Line } from './protocol.js'
import type { Source } from './source.js'

/** The past moment that states are read of. */
export interface PastMoment {
  /** The moment asked for, UTC. */
  at: string | undefined
  /** The moment of the figures that stand, UTC. */
  shown: string | undefined
  /** Is an answer overdue? */
  waiting: boolean
  /** Of a replay: it stands still, or has come to the newest moment. */
  paused: boolean
  ended: boolean
  /** Some of the figures may not be seen by this caller; the others stand. */
  partly?: boolean | undefined
  problem?:
    | { problem: 'not-settled'; newest: string | null }
    | { problem: 'unreachable' | 'refused' | 'unreadable' }
    | undefined
}
export interface LiveState {
  topics: Partial<Record<Topic, Held>>
  connection: Connection
  /** Server's clock and the monotonic instant it was heard at: the client's own clock is never asked. */
  server: { time: number; heardAt: number } | undefined
  /** Undefined on the live line. */
  past: PastMoment | undefined
  /** Of the past: the newest data time there is, UTC. */
  newest?: string | undefined
}
export interface Surroundings {
  /** Monotonic milliseconds. */
  monotonic: () => number
  /** Calls back before the next frame; several changes are committed at once. */
  schedule: (commit: () => void) => void
}
const EMPTY: LiveState = {
  topics: {},
  connection: 'connecting',
  server: undefined,
  past: undefined,
}

/** Commits what the protocol holds into the store, at most once per frame. */
function makeCommitter(store: StoreApi<LiveState>, protocol: Protocol, schedule: Surroundings['schedule']) {
  const touched = new Set<Topic>()
  let pending = false
  const commit = () => {
    pending = false
    const topics = { ...store.getState().topics }
    for (const topic of touched) {
      const held = protocol.held(topic)
      if (held) topics[topic] = held
      else delete topics[topic]
    }
    touched.clear()
    store.setState({ topics })
  }
  return (topic: Topic) => {
    touched.add(topic)
    if (pending) return
    pending = true
    schedule(commit)
  }
}

/** Counts wishes, so that two views may want one topic. */
function makeWishes(protocol: Protocol, gone: (topic: Topic) => void) {
  const wishes = new Map<Topic, number>()
  return (topic: Topic): (() => void) => {
    wishes.set(topic, (wishes.get(topic) ?? 0) + 1)
    protocol.want(topic)
    let released = false
    return () => {
      if (released) return
      released = true
      const left = (wishes.get(topic) ?? 1) - 1
      wishes.set(topic, left)
      if (left > 0) return
      protocol.drop(topic)
      gone(topic)
    }
  }
}

/** Held states, connection and the server's clock, fed by the messages of a line and by a tick that notices silence. */
export class LiveStore implements Source {
  readonly store = createStore<LiveState>(() => EMPTY)
  /** Wants a topic until the returned function is called. */
  readonly want: (topic: Topic) => () => void
  private readonly protocol: Protocol
  private readonly touch: (topic: Topic) => void
  private readonly since: number
  private open = false
  private heardAt: number | undefined

  constructor(
    line: Line,
    private readonly around: Surroundings,
  ) {
    this.since = around.monotonic()
    this.protocol = new Protocol(line)
    this.touch = makeCommitter(this.store, this.protocol, around.schedule)
    this.want = makeWishes(this.protocol, this.touch)
  }

  opened(): void {
    this.open = true
    this.protocol.connected()
    this.tick()
  }

  closed(): void {
    this.open = false
    this.protocol.lost()
    this.tick()
  }

  snapshot(m: Snapshot): void {
    this.hear(m.serverTime)
    if (this.protocol.snapshot(m)) this.touch(m.topic)
    this.tick()
  }

  delta(m: Delta): void {
    this.hear()
    if (this.protocol.delta(m)) this.touch(m.topic)
    this.tick()
  }

  heartbeat(m: Heartbeat): void {
    this.hear(m.serverTime)
    this.protocol.heartbeat(m)
    this.tick()
  }

  refused(topic: Topic): void {
    this.hear()
    this.protocol.refused(topic)
    this.tick()
  }

  /** The machine stood still, and its monotonic clock with it: how old anything is is not known until it is heard again. */
  slept(): void {
    this.heardAt = -Infinity
    this.protocol.lost()
    this.store.setState({ server: undefined })
    this.tick()
  }

  /** Judges the connection anew. */
  tick(): void {
    const { open, heardAt, since } = this
    const facts = { open, heardAt, since, owed: this.protocol.owes() }
    const connection = connectionOf(facts, this.around.monotonic())
    if (connection !== this.store.getState().connection) this.store.setState({ connection })
  }

  private hear(serverTime?: string): void {
    const now = this.around.monotonic()
    // A message after a silence proves the line, not the states: they are owed afresh.
    if (this.heardAt !== undefined && now - this.heardAt >= SILENCE_MS) this.protocol.lost()
    this.heardAt = now
    if (serverTime !== undefined)
      this.store.setState({ server: { time: Date.parse(serverTime), heardAt: now } })
  }
}

/** The state of a topic, typed; undefined before its first snapshot. */
export function stateOf<K extends Topic>(s: LiveState, topic: K): TopicStates[K] | undefined {
  return s.topics[topic]?.state as TopicStates[K] | undefined
}

/** The data's own time: the nation's watermark; undefined before the first snapshot and on a store that is still empty. */
export function dataTimeOf(s: LiveState): string | undefined {
  const asOf = s.topics.nation?.asOf
  return asOf !== undefined && Date.parse(asOf) > 0 ? asOf : undefined
}
