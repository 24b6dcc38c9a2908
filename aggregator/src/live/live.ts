import {
  CHANGED_CHANNEL,
  changedNotice,
  dayOf,
  type Delta,
  type SystemState,
  type Topic,
} from '@mcc/contract'
import { exerciseMarkOf, newestKnownAt, type Warehouse } from '@mcc/warehouse'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import type { Alarms } from '../alarms/alarms.js'
import type { Condition } from '../alarms/condition.js'
import { dataConditions } from '../alarms/data-rules.js'
import {
  figuresBehind,
  keepSamples,
  pipelineStalled,
  quarantineGrowing,
  type Sample,
} from '../alarms/machine-rules.js'
import type { Metrics } from '../metrics.js'
import type { Playlists } from '../playlists/playlists.js'
import type { Frame } from '../state/frame.js'
import type { Board } from './board.js'
import { BOOK_RULES, BookWatch } from './books.js'
import { emptyFacts, type Facts, type Moment } from './facts.js'
import { reread } from './load.js'
import { asJson, buildStates, type States } from './states.js'
import { type Look, lookAtSystem } from './system.js'
import { EVERYTHING, isNothing, type Touched } from './touched.js'
import { WriterWatch } from './writer-watch.js'

/** At most two deltas a second per topic. */
const CONFLATE_MS = 500
const LOOK_MS = 1_000
const RETRY_MS = 1_000
const GATHER_MS = 30
const BUSY = Number.POSITIVE_INFINITY

type Loop = 'refresh' | 'look'

export interface LiveParts {
  warehouse: Warehouse
  engineUrl: string
  redis: Redis
  /** A connection of its own: a subscribed connection can do nothing else. */
  subscriber: Redis
  frame: Frame
  board: Board
  alarms: Alarms
  playlists: Playlists
  metrics: Metrics
  log: Logger
  send: (deltas: Delta[]) => void
  /** Real time, epoch ms. */
  now: () => number
}

/** Keeps the board up to date: reads what the writer touched, and looks at the machine each second. */
export class Live {
  private readonly watch = new WriterWatch()
  private facts: Facts = emptyFacts()
  private moment: Moment | undefined
  private conditions: Condition[] | undefined
  private samples: Sample[] = []
  private timers = new Map<Loop, NodeJS.Timeout>()
  /** Real time before which nothing is read again; while a reading runs, never. */
  private notBefore = 0
  /** Real time of the next reading. */
  private refreshAt = 0
  private stopped = false
  private engineWasUp = false
  /** The last look at the machine; undefined before the first. */
  look: Look | undefined
  states: States | undefined
  /** How often everything was read anew: the writer does not know what changed, or has healed a roll-up. */
  readAnew = 0

  private readonly books: BookWatch

  constructor(private readonly parts: LiveParts) {
    this.books = new BookWatch(parts)
  }

  /** Data time of what is served, epoch ms. */
  get dataTime(): number {
    return Date.parse(this.asOf)
  }

  /** Subscribes, looks once at the machine and starts both loops. Never rejects: what is away comes back. */
  async start(): Promise<void> {
    const { subscriber } = this.parts
    subscriber.on('message', (_channel: string, text: string) => this.heard(text))
    subscriber.on('ready', () => void this.listen())
    if (subscriber.status === 'ready') await this.listen()
    await this.lookOnce()
    this.loop('look', LOOK_MS, () => this.lookOnce())
    this.loop('refresh', 0, () => this.refreshOnce())
  }

  stop(): void {
    this.stopped = true
    for (const timer of this.timers.values()) clearTimeout(timer)
  }

  /** Up to when the past can be asked for (epoch ms): the writer's word, never a guess from the store. */
  get settled(): number | undefined {
    return this.watch.settled
  }

  /** Data time of what is served (ISO, UTC): of the figures once they are read. */
  private get asOf(): string {
    return new Date(this.moment?.watermark ?? this.watch.watermark ?? this.parts.now()).toISOString()
  }

  private loop(name: Loop, wait: number, act: () => Promise<number>): void {
    if (this.stopped) return
    clearTimeout(this.timers.get(name))
    if (name === 'refresh') this.refreshAt = this.parts.now() + wait
    const timer = setTimeout(() => {
      act().then(
        (next) => this.loop(name, next, act),
        (error: unknown) => {
          this.parts.log.warn({ error: String(error), loop: name }, 'will try again')
          this.loop(name, RETRY_MS, act)
        },
      )
    }, wait)
    this.timers.set(name, timer)
  }

  /** Listens to the writer; whatever was said while the line was down is lost, so everything is read again. */
  private async listen(): Promise<void> {
    this.watch.touch(EVERYTHING)
    try {
      await this.parts.subscriber.subscribe(CHANGED_CHANNEL)
    } catch (error) {
      this.parts.log.warn({ error: String(error) }, 'cannot listen to the writer; its hash is asked instead')
    }
  }

  private heard(text: string): void {
    try {
      this.watch.notice(changedNotice.parse(JSON.parse(text)))
    } catch (error) {
      this.parts.log.warn({ error: String(error) }, 'a notice that cannot be read')
      this.watch.touch(EVERYTHING)
    }
    // soon, not at once: what belongs together comes together; and never later than it would have been
    const now = this.parts.now()
    const at = Math.max(this.notBefore, now + GATHER_MS)
    if (at < this.refreshAt) this.loop('refresh', at - now, () => this.refreshOnce())
  }

  /** The moment to read for; the mark is read before the figures, so that they are never older than they say. */
  private async nextMoment(): Promise<Moment> {
    if (this.watch.watermark === undefined) {
      const known = await newestKnownAt(this.parts.warehouse)
      if (known > 0) this.watch.watermark ??= known
    }
    const watermark = this.watch.watermark ?? this.parts.now()
    return { watermark, today: dayOf(watermark) }
  }

  /** Reads and publishes once; returns after how long to look again when no notice comes before. */
  private async refreshOnce(): Promise<number> {
    if (this.look?.system.engine !== 'up') return CONFLATE_MS
    const began = this.parts.now()
    this.notBefore = BUSY
    const touched = this.watch.take()
    let read = true
    try {
      read = await this.readAndPublish(touched)
    } catch (error) {
      this.watch.touch(EVERYTHING)
      throw error
    } finally {
      const took = this.parts.now() - began
      // the engine serves the writer too: reading takes at most about half of its time
      this.notBefore = read ? began + Math.max(CONFLATE_MS, 2 * took) : began
    }
    return Math.max(this.notBefore - this.parts.now(), read ? GATHER_MS : CONFLATE_MS)
  }

  /** False when there was nothing to do. */
  private async readAndPublish(touched: Touched): Promise<boolean> {
    const moment = await this.nextMoment()
    if (isNothing(touched) && moment.watermark === this.moment?.watermark) return false
    if (touched.all) {
      this.readAnew += 1
      await this.checkStore()
    }
    const newDay = moment.today !== this.moment?.today
    const changed = newDay || !isNothing(touched)
    if (changed) {
      const done = this.parts.metrics.reread.startTimer()
      this.facts = await reread(this.parts.warehouse, this.facts, touched, moment, newDay)
      done()
    }
    this.moment = moment
    this.publishStates(moment, changed)
    return true
  }

  private async checkStore(): Promise<void> {
    const mark = await exerciseMarkOf(this.parts.warehouse)
    if (mark?.scale !== this.parts.frame.exercise?.scale)
      throw new Error('the store and MCC_EXERCISE_SCALE disagree about what this store is')
  }

  private publishStates(moment: Moment, changed: boolean): void {
    if (changed || !this.states) {
      this.states = buildStates(this.facts, this.parts.frame, moment)
      this.conditions = dataConditions(this.facts, this.states.nation, moment)
    }
    this.publish(this.states.topics)
  }

  private publish(topics: ReadonlyMap<Topic, ReturnType<typeof asJson>>): void {
    const deltas = [...topics].map(([topic, state]) => this.parts.board.publish(topic, state, this.asOf))
    this.parts.send(deltas.filter((d) => d !== undefined))
  }

  private async lookOnce(): Promise<number> {
    const { alarms, now, metrics, frame } = this.parts
    const clock = frame.exercise ? this.dataTime : now()
    const look = await lookAtSystem(this.parts, this.look, now(), clock)
    if (look.word) this.watch.word(look.word)
    const up = look.system.engine === 'up'
    if (up && !this.engineWasUp) this.watch.touch(EVERYTHING)
    this.engineWasUp = up
    this.look = look
    metrics.look(look.system, this.watch.watermark === undefined ? undefined : now() - this.watch.watermark)
    this.samples = keepSamples(this.samples, {
      at: now(),
      watermark: this.watch.watermark ?? 0,
      served: this.moment?.watermark ?? 0,
      queued: look.queued ?? 0,
      system: look.system,
    })
    const machine = [...pipelineStalled(this.samples), ...quarantineGrowing(this.samples)]
    void this.books.look(now())
    const books = this.books.conditions ?? alarms.standing(BOOK_RULES)
    await alarms.update([...(this.conditions ?? alarms.standing()), ...machine, ...books], this.asOf)
    this.publishMachine()
    return LOOK_MS
  }

  /** The topics of the machine itself; also after somebody has acknowledged an alarm or changed a playlist. */
  publishMachine(): void {
    if (!this.look) return
    const system: SystemState = { ...this.look.system, behind: figuresBehind(this.samples) }
    this.publish(
      new Map<Topic, ReturnType<typeof asJson>>([
        ['system', asJson(system)],
        ['alarms', asJson(this.parts.alarms.state())],
        ['playlists', asJson(this.parts.playlists.state())],
      ]),
    )
  }
}
