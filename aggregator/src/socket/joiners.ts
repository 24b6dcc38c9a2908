import type { Topic } from '@mcc/contract'
import { cut } from '../access/topic-needs.js'
import type { Board } from '../live/board.js'
import type { Io } from './io.js'
import { roomOf } from './rooms.js'

/** Those who ask within this time are served by one snapshot, encoded once: a storm of reconnections costs little. */
const GATHER_MS = 40

interface Waiting {
  topic: Topic
  /** What the topic is cut to before they read it. */
  to: string | undefined
  ids: Set<string>
}

/** Serves snapshots and lets readers into rooms, many at a time. */
export class Joiners {
  private readonly waiting = new Map<string, Waiting>()
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly io: Io,
    private readonly board: Board,
    private readonly now: () => number,
  ) {}

  join(id: string, topic: Topic, to: string | undefined): void {
    const room = roomOf(topic, to)
    const at = this.waiting.get(room) ?? { topic, to, ids: new Set() }
    at.ids.add(id)
    this.waiting.set(room, at)
    this.flushSoon()
  }

  leave(id: string, topic: Topic, to: string | undefined): void {
    const room = roomOf(topic, to)
    this.waiting.get(room)?.ids.delete(id)
    this.io.in(id).socketsLeave(room)
  }

  forget(id: string): void {
    for (const { ids } of this.waiting.values()) ids.delete(id)
  }

  flushSoon(): void {
    if (this.waiting.size > 0) this.timer ??= setTimeout(() => this.flush(), GATHER_MS)
  }

  /** Snapshot and room in one tick: the next delta follows on the snapshot, nothing lies between. */
  private flush(): void {
    this.timer = undefined
    const serverTime = new Date(this.now()).toISOString()
    for (const [room, { topic, to, ids }] of this.waiting) {
      const snapshot = this.board.snapshot(topic, serverTime)
      // not read yet: they are served when it is
      if (!snapshot) continue
      this.waiting.delete(room)
      if (ids.size === 0) continue
      this.io.in([...ids]).socketsJoin(room)
      this.io.to([...ids]).emit('snapshot', { ...snapshot, state: cut(snapshot.state, to) })
    }
  }

  close(): void {
    clearTimeout(this.timer)
  }
}
