import type { Held, Json, Topic } from '@mcc/contract'
import { createStore } from 'zustand/vanilla'
import type { LiveState, PastMoment } from '../live/live-store.js'
import type { Source } from '../live/source.js'
import { SPEEDS, type Mode } from './mode.js'

/** What the server says of a topic at a moment. */
export type PastAnswer =
  | { ok: true; state: Json }
  /** `not-settled`: the moment lies after `newest`, the last that can be asked. */
  | { ok: false; problem: 'not-settled'; newest: string | null }
  | { ok: false; problem: 'unreachable' | 'refused' }
export type AskPast = (topic: Topic, at: string) => Promise<PastAnswer>
export interface Surroundings {
  /** Monotonic milliseconds. */
  monotonic: () => number
  later: (work: () => void, ms: number) => void
}

/** What is about the machine has no past: it is absent there. */
const hasPast = (topic: Topic): boolean =>
  ['nation', 'allocation', 'aefi'].includes(topic) || topic.startsWith('province:')

const RETRY_MS = 3_000
/** How long a replay rests on a moment at the least; longer while the server still reads the next. */
const STEP_MS = 1_000

interface Visit {
  at: string
  notBefore: number
  got: Map<Topic, Held>
  /** What the server will not say to this caller: the other figures do not wait for it. */
  withheld: Set<Topic>
}
const answered = ({ got, withheld }: Visit, topic: Topic): boolean => got.has(topic) || withheld.has(topic)
const later = (from: string, ms: number): string => new Date(Date.parse(from) + ms).toISOString()

/**
 * States as they were known at a past moment, read like live ones. All topics of a moment are put on the screen together;
 * until then what stands stays, and an answer for a moment left since is dropped. A replay goes on from moment to moment:
 * it asks for the next while it shows one, and ends at the newest that is settled.
 */
export class PastStore implements Source {
  readonly store = createStore<LiveState>(() => ({
    topics: {},
    connection: 'past',
    server: undefined,
    past: undefined,
  }))
  private readonly wishes = new Map<Topic, number>()
  private mode: Mode = { kind: 'live' }
  private coming: Visit | undefined
  private standing: Visit | undefined
  private newest: string | undefined

  constructor(
    private readonly ask: AskPast,
    private readonly around: Surroundings = {
      monotonic: () => performance.now(),
      later: (work, ms) => void setTimeout(work, ms),
    },
  ) {}

  /** Does what the address asks for; of a replay under way only the speed changes. */
  follow(mode: Mode): void {
    const was = this.mode
    this.mode = mode
    if (mode.kind === 'moment') {
      if (was.kind !== 'moment' || was.at !== mode.at) this.visit(mode.at, 0)
    } else if (mode.kind !== 'replay' || was.kind !== 'replay' || was.from !== mode.from) {
      this.coming = this.standing = this.newest = undefined
      this.store.setState({ topics: {}, past: undefined })
      if (mode.kind === 'replay') this.visit(mode.from, 0)
      if (mode.kind === 'unreadable') this.tell({ problem: { problem: 'unreadable' } })
    }
  }

  /** The newest data time that the live line knows, by which a past moment has its age. */
  hear(newest: string | undefined): void {
    if (newest !== this.store.getState().newest) this.store.setState({ newest })
  }

  pause(): void {
    if (this.standing) this.coming = undefined
    this.tell({ paused: true, waiting: this.standing === undefined })
  }

  resume(): void {
    this.tell({ paused: false })
    this.step(1, false)
  }

  /** One step of the replay on (1) or back (-1), at which it then pauses. */
  step(by: 1 | -1, pause = true): void {
    if (this.mode.kind !== 'replay' || !this.standing) return
    if (pause) this.pause()
    this.visit(later(this.standing.at, by * SPEEDS[this.mode.speed]), 0)
  }

  want(topic: Topic): () => void {
    if (!hasPast(topic)) return () => undefined
    this.wishes.set(topic, (this.wishes.get(topic) ?? 0) + 1)
    for (const visit of [this.standing, this.coming])
      if (visit && this.wishes.get(topic) === 1 && !answered(visit, topic)) this.read(topic, visit)
    let released = false
    return () => {
      if (released) return
      released = true
      const left = (this.wishes.get(topic) ?? 1) - 1
      if (left > 0) this.wishes.set(topic, left)
      else this.wishes.delete(topic)
      if (this.coming) this.arrive(this.coming)
    }
  }

  private tell(part: Partial<PastMoment>): void {
    const { past } = this.store.getState()
    const before: PastMoment = past ?? {
      at: undefined,
      shown: undefined,
      waiting: false,
      paused: false,
      ended: false,
    }
    this.store.setState({ past: { ...before, ...part } })
  }

  private visit(at: string, wait: number): void {
    const visit: Visit = {
      at,
      notBefore: this.around.monotonic() + wait,
      got: new Map(),
      withheld: new Set(),
    }
    this.coming = visit
    this.tell({ at, waiting: wait === 0, problem: undefined, ended: false })
    if (wait > 0)
      this.around.later(() => {
        if (this.coming === visit) this.tell({ waiting: true })
      }, wait)
    for (const topic of this.wishes.keys()) this.read(topic, visit)
  }

  private read(topic: Topic, visit: Visit): void {
    void this.ask(topic, visit.at).then((answer) => {
      if (visit !== this.coming && visit !== this.standing) return
      if (answer.ok) {
        visit.got.set(topic, { epoch: 'past', seq: 0, asOf: visit.at, state: answer.state })
        this.arrive(visit)
      } else this.fail(topic, visit, answer)
    })
  }

  private fail(topic: Topic, visit: Visit, problem: PastAnswer & { ok: false }): void {
    if (problem.problem === 'refused' && topic !== 'nation') {
      visit.withheld.add(topic)
      this.arrive(visit)
      return
    }
    if (problem.problem === 'not-settled' && this.mode.kind === 'replay' && problem.newest !== null) {
      this.end(visit, problem.newest)
      return
    }
    // Figures of another moment must not stand under one that cannot be asked.
    if (problem.problem !== 'unreachable') {
      this.standing = undefined
      this.store.setState({ topics: {} })
      this.tell({ shown: undefined })
    }
    this.tell({ problem, waiting: false })
    if (problem.problem !== 'refused')
      this.around.later(() => {
        if ((visit === this.coming || visit === this.standing) && this.wishes.has(topic))
          this.read(topic, visit)
      }, RETRY_MS)
  }

  /** The replay came beyond what is settled: its last moment is the newest. */
  private end(visit: Visit, newest: string): void {
    if (visit !== this.coming) return
    this.newest = newest
    if (this.standing && newest <= this.standing.at) {
      this.coming = undefined
      this.tell({ at: this.standing.at, ended: true, waiting: false })
    } else this.visit(newest, Math.max(0, visit.notBefore - this.around.monotonic()))
  }

  private arrive(visit: Visit): void {
    if (visit === this.coming) {
      if (visit.got.size === 0 || [...this.wishes.keys()].some((topic) => !answered(visit, topic))) return
      const early = visit.notBefore - this.around.monotonic()
      if (early > 0) {
        this.around.later(() => this.arrive(visit), early)
        return
      }
      this.coming = undefined
      this.standing = visit
    } else if (visit !== this.standing) return
    this.store.setState({ topics: Object.fromEntries(visit.got) })
    if (this.coming) return
    const replay = this.mode.kind === 'replay'
    const ended = replay && this.newest === visit.at
    const partly = [...visit.withheld].some((topic) => this.wishes.has(topic))
    this.tell({ at: visit.at, shown: visit.at, waiting: false, problem: undefined, partly, ended })
    if (this.mode.kind === 'replay' && !ended && !this.store.getState().past?.paused)
      this.visit(later(visit.at, SPEEDS[this.mode.speed]), STEP_MS)
  }
}
