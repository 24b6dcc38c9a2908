import type { Json, Topic } from '@mcc/contract'
import { createStore } from 'zustand/vanilla'
import type { LiveState } from '../live/live-store.js'
import type { Source } from '../live/source.js'

/** What the server says of a topic at a moment. */
export type PastAnswer =
  | { ok: true; state: Json }
  /** `not-settled`: the moment lies after `newest`, the last that can be asked. */
  | { ok: false; problem: 'not-settled'; newest: string | null }
  | { ok: false; problem: 'unreachable' | 'refused' }
export type AskPast = (topic: Topic, at: string) => Promise<PastAnswer>

/** What is about the machine has no past: it is absent there. */
const hasPast = (topic: Topic): boolean =>
  ['nation', 'allocation', 'aefi'].includes(topic) || topic.startsWith('province:')

const RETRY_MS = 3_000

/**
 * States as they were known at one moment, read like live ones. Moving to another moment keeps what stands until the new
 * answers are there; an answer that comes too late, for a moment left since, is dropped.
 */
export class PastStore implements Source {
  readonly store = createStore<LiveState>(() => ({
    topics: {},
    connection: 'past',
    server: undefined,
    movedAt: undefined,
    past: undefined,
  }))
  private readonly wishes = new Map<Topic, number>()
  private at: string | undefined
  /** Counts the moves: an answer belongs to the visit it was asked on, also when the moment is visited again. */
  private visit = 0

  constructor(
    private readonly ask: AskPast,
    private readonly later: (work: () => void, ms: number) => void = (work, ms) => void setTimeout(work, ms),
  ) {}

  moveTo(at: string): void {
    if (at === this.at) return
    this.at = at
    this.visit += 1
    this.store.setState({ past: { at, waiting: 0 } })
    for (const topic of this.wishes.keys()) this.read(topic, at)
  }

  want(topic: Topic): () => void {
    const before = this.wishes.get(topic) ?? 0
    if (hasPast(topic)) this.wishes.set(topic, before + 1)
    if (before === 0 && this.at !== undefined && hasPast(topic)) this.read(topic, this.at)
    let released = false
    return () => {
      if (released) return
      released = true
      const left = (this.wishes.get(topic) ?? 1) - 1
      if (left > 0) this.wishes.set(topic, left)
      else this.wishes.delete(topic)
    }
  }

  private read(topic: Topic, at: string): void {
    this.wait(1)
    const { visit } = this
    void this.ask(topic, at).then((answer) => {
      if (visit !== this.visit) return
      this.wait(-1)
      if (answer.ok) {
        const topics = { ...this.store.getState().topics }
        topics[topic] = { epoch: 'past', seq: 0, asOf: at, state: answer.state }
        this.store.setState({ topics, past: { at, waiting: this.store.getState().past?.waiting ?? 0 } })
        return
      }
      // figures of another moment must not stand under this one
      this.store.setState((s) => ({
        topics: {},
        past: { at, waiting: s.past?.waiting ?? 0, problem: answer },
      }))
      if (answer.problem === 'unreachable')
        this.later(() => {
          if (visit === this.visit && this.wishes.has(topic)) this.read(topic, at)
        }, RETRY_MS)
    })
  }

  private wait(n: number): void {
    const { past } = this.store.getState()
    if (past) this.store.setState({ past: { ...past, waiting: past.waiting + n } })
  }
}
