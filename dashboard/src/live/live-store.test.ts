import { diff, type Delta, type Heartbeat, type Json, type Snapshot, type Topic } from '@mcc/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SILENCE_MS } from './connection.js'
import { LiveStore } from './live-store.js'

const TOPIC: Topic = 'nation'
const SERVER_TIME = '2021-11-24T09:00:00.000Z'

/** A server of one topic whose messages go through a line that may lose, double and reorder them. */
class Server {
  epoch = 0
  seq = 1
  state: Json = { doses: 0, units: {} }
  line: ((live: LiveStore) => void)[] = []

  private stamp() {
    return { topic: TOPIC, epoch: `e${this.epoch}`, seq: this.seq, asOf: SERVER_TIME }
  }
  snapshot(): void {
    const m: Snapshot = { ...this.stamp(), serverTime: SERVER_TIME, state: this.state }
    this.line.push((live) => live.snapshot(m))
  }
  change(key: string, value: number): void {
    const after = { ...(this.state as Record<string, Json>), [key]: value }
    const changes = diff(this.state, after)
    if (changes.length === 0) return
    this.state = after
    const m: Delta = { ...this.stamp(), prev: this.seq, seq: this.seq + 1, changes }
    this.seq += 1
    this.line.push((live) => live.delta(m))
  }
  restart(): void {
    this.epoch += 1
    this.seq = 1
    this.state = { doses: 0, restarted: this.epoch }
  }
  heartbeat(): void {
    const m: Heartbeat = { serverTime: SERVER_TIME, epoch: `e${this.epoch}`, seqs: { [TOPIC]: this.seq } }
    this.line.push((live) => live.heartbeat(m))
  }
}

function world() {
  const server = new Server()
  const clock = { now: 0 }
  const frames: (() => void)[] = []
  const live = new LiveStore(
    {
      subscribe: () => server.snapshot(),
      unsubscribe: () => undefined,
      resync: () => server.snapshot(),
    },
    { monotonic: () => clock.now, schedule: (commit) => frames.push(commit) },
  )
  const frame = () => frames.splice(0).forEach((commit) => commit())
  const deliver = () => {
    while (server.line.length > 0) server.line.shift()!(live)
    frame()
  }
  const held = () => live.store.getState().topics[TOPIC]
  return { server, clock, live, frame, frames, deliver, held }
}

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('change'),
      key: fc.constantFrom('doses', 'a', 'b'),
      n: fc.nat(9),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('deliver') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('lose', 'double', 'swap'), at: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('restart', 'reconnect', 'heartbeat') }) },
)

function act(w: ReturnType<typeof world>, s: { do: string; key?: string; n?: number; at?: number }): void {
  const { server, live } = w
  const at = s.at ?? 0
  if (s.do === 'change') server.change(s.key ?? 'doses', s.n ?? 0)
  else if (s.do === 'deliver') server.line.shift()?.(live)
  else if (s.do === 'lose') server.line.splice(at, 1)
  else if (s.do === 'double' && server.line[at]) server.line.splice(at, 0, server.line[at])
  else if (s.do === 'swap' && server.line[at + 1])
    server.line.splice(at, 2, server.line[at + 1]!, server.line[at]!)
  else if (s.do === 'restart') server.restart()
  else if (s.do === 'heartbeat') server.heartbeat()
  else if (s.do === 'reconnect') {
    live.closed()
    server.line.length = 0
    live.opened()
  }
}

describe('the live store', () => {
  it('equals the server after every history, once the line is whole again', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const w = world()
        w.live.opened()
        w.live.want(TOPIC)
        for (const s of steps) act(w, s)
        w.deliver()
        // A heartbeat notices what was lost; the second one covers an answer that crossed a restart.
        for (let i = 0; i < 3; i++) {
          w.server.heartbeat()
          w.deliver()
        }
        expect(w.held()?.state).toEqual(w.server.state)
        expect(w.live.store.getState().connection).toBe('live')
      }),
      { numRuns: 500 },
    )
  })

  it('commits many deltas of one frame at once', () => {
    const w = world()
    w.live.opened()
    w.live.want(TOPIC)
    w.deliver()
    let commits = 0
    w.live.store.subscribe(() => (commits += 1))
    for (let i = 1; i <= 50; i++) w.server.change('doses', i)
    while (w.server.line.length > 0) w.server.line.shift()!(w.live)
    expect(w.frames).toHaveLength(1)
    w.frame()
    expect(commits).toBe(1)
    expect(w.held()?.state).toMatchObject({ doses: 50 })
  })

  it('is lost some seconds after the last word and live again only with a fresh snapshot', () => {
    const w = world()
    w.live.opened()
    w.live.want(TOPIC)
    w.deliver()
    expect(w.live.store.getState().connection).toBe('live')
    w.clock.now = SILENCE_MS
    w.live.tick()
    expect(w.live.store.getState().connection).toBe('lost')
    w.server.heartbeat()
    w.server.line.shift()!(w.live)
    expect(w.live.store.getState().connection).toBe('lost')
    w.deliver()
    expect(w.live.store.getState().connection).toBe('live')
  })

  it('is not live after a sleep of its machine until a fresh snapshot has come, and knows no time meanwhile', () => {
    const w = world()
    w.live.opened()
    w.live.want(TOPIC)
    w.deliver()
    w.clock.now = SILENCE_MS - 1
    w.live.slept()
    expect(w.live.store.getState()).toMatchObject({ connection: 'lost', server: undefined })
    w.server.change('doses', 7)
    w.deliver()
    expect(w.live.store.getState().connection).toBe('lost')
    w.server.heartbeat()
    w.deliver()
    expect(w.live.store.getState().connection).toBe('live')
  })

  it('keeps what it holds while it is lost', () => {
    const w = world()
    w.live.opened()
    w.live.want(TOPIC)
    w.deliver()
    w.live.closed()
    expect(w.live.store.getState().connection).toBe('lost')
    expect(w.held()?.state).toEqual(w.server.state)
  })

  it('drops a topic when its last reader leaves', () => {
    const w = world()
    w.live.opened()
    const one = w.live.want(TOPIC)
    const two = w.live.want(TOPIC)
    w.deliver()
    one()
    one()
    expect(w.held()).toBeDefined()
    two()
    w.frame()
    expect(w.held()).toBeUndefined()
  })
})
