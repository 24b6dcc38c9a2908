import type { Delta, Heartbeat, Held, Snapshot, Topic, TopicStates } from '@mcc/contract'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { connectionOf, SILENCE_MS, type Connection } from './connection.js'
import { makeProtocol, type Line, type Protocol } from './protocol.js'

export interface LiveState {
  topics: Partial<Record<Topic, Held>>
  connection: Connection
  /** Server's clock and the monotonic instant it was heard at: the client's own clock is never asked. */
  server: { time: number; heardAt: number } | undefined
  /** Monotonic instant at which the nation's `asOf` last moved. */
  movedAt: number | undefined
  refused: readonly string[]
}
export interface Surroundings {
  /** Monotonic milliseconds. */
  monotonic: () => number
  /** Calls back before the next frame; several changes are committed at once. */
  schedule: (commit: () => void) => void
}
/** The messages of the line, and a tick to notice silence. */
export interface LiveStore {
  store: StoreApi<LiveState>
  want: (topic: Topic) => () => void
  onOpen: () => void
  onClose: () => void
  onSnapshot: (m: Snapshot) => void
  onDelta: (m: Delta) => void
  onHeartbeat: (m: Heartbeat) => void
  onRefused: (m: { topic: string; code: string }) => void
  tick: () => void
}

const EMPTY: LiveState = {
  topics: {},
  connection: 'connecting',
  server: undefined,
  movedAt: undefined,
  refused: [],
}

/** Commits what the protocol holds into the store, at most once per frame. */
function makeCommitter(
  store: StoreApi<LiveState>,
  protocol: Protocol,
  { monotonic, schedule }: Surroundings,
) {
  const touched = new Set<Topic>()
  let pending = false
  const commit = () => {
    pending = false
    const before = store.getState()
    const topics = { ...before.topics }
    for (const topic of touched) {
      const held = protocol.held(topic)
      if (held) topics[topic] = held
      else delete topics[topic]
    }
    touched.clear()
    const moved = topics.nation?.asOf !== before.topics.nation?.asOf
    store.setState({ topics, movedAt: moved ? monotonic() : before.movedAt })
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

/** The live store: held states, connection and the server's clock, fed by the handlers it returns. */
export function createLiveStore(line: Line, around: Surroundings): LiveStore {
  const store = createStore<LiveState>(() => EMPTY)
  const protocol = makeProtocol(line)
  const touch = makeCommitter(store, protocol, around)
  const since = around.monotonic()
  let open = false
  let heardAt: number | undefined
  const judge = () => {
    const owed = protocol.owes()
    const connection = connectionOf({ open, heardAt, owed, since }, around.monotonic())
    if (connection !== store.getState().connection) store.setState({ connection })
  }
  const hear = (serverTime?: string) => {
    // A message after a silence proves the line, not the states: they are owed afresh.
    const now = around.monotonic()
    if (heardAt !== undefined && now - heardAt >= SILENCE_MS) protocol.lost()
    heardAt = now
    if (serverTime !== undefined) store.setState({ server: { time: Date.parse(serverTime), heardAt } })
  }
  return {
    store,
    want: makeWishes(protocol, touch),
    onOpen() {
      open = true
      protocol.connected()
      judge()
    },
    onClose() {
      open = false
      protocol.lost()
      judge()
    },
    onSnapshot(m) {
      hear(m.serverTime)
      if (protocol.snapshot(m)) touch(m.topic)
      judge()
    },
    onDelta(m) {
      hear()
      if (protocol.delta(m)) touch(m.topic)
      judge()
    },
    onHeartbeat(m) {
      hear(m.serverTime)
      protocol.heartbeat(m)
      judge()
    },
    onRefused({ topic }) {
      hear()
      protocol.refused(topic as Topic)
      store.setState((s) => ({ refused: [...new Set([...s.refused, topic])] }))
      judge()
    },
    tick: judge,
  }
}

/** The state of a topic, typed; undefined before its first snapshot. */
export function stateOf<K extends keyof TopicStates & Topic>(
  s: LiveState,
  topic: K,
): TopicStates[K] | undefined {
  return s.topics[topic]?.state as TopicStates[K] | undefined
}

/** The data's own time: the nation's watermark; undefined before the first snapshot and on a store that is still empty. */
export function dataTimeOf(s: LiveState): string | undefined {
  const asOf = s.topics.nation?.asOf
  return asOf !== undefined && Date.parse(asOf) > 0 ? asOf : undefined
}
