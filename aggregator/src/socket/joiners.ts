import type { Topic } from '@mcc/contract'
import type { Board } from '../live/board.js'
import type { Io } from './io.js'
import { roomOf } from './rooms.js'

/** Those who ask within this time are served by one snapshot, encoded once: a storm of reconnections costs little. */
const GATHER_MS = 40

/** Serves snapshots and lets readers into rooms, many at a time. */
export class Joiners {
  private readonly waiting = new Map<Topic, Set<string>>()
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly io: Io,
    private readonly board: Board,
    private readonly now: () => number,
  ) {}

  join(id: string, topic: Topic): void {
    const at = this.waiting.get(topic) ?? new Set<string>()
    at.add(id)
    this.waiting.set(topic, at)
    this.flushSoon()
  }

  leave(id: string, topic: Topic): void {
    this.waiting.get(topic)?.delete(id)
    this.io.in(id).socketsLeave(roomOf(topic))
  }

  forget(id: string): void {
    for (const ids of this.waiting.values()) ids.delete(id)
  }

  flushSoon(): void {
    if (this.waiting.size > 0) this.timer ??= setTimeout(() => this.flush(), GATHER_MS)
  }

  /** Snapshot and room in one tick: the next delta follows on the snapshot, nothing lies between. */
  private flush(): void {
    this.timer = undefined
    const serverTime = new Date(this.now()).toISOString()
    for (const [topic, ids] of this.waiting) {
      const snapshot = this.board.snapshot(topic, serverTime)
      // not read yet: they are served when it is
      if (!snapshot) continue
      this.waiting.delete(topic)
      if (ids.size === 0) continue
      this.io.in([...ids]).socketsJoin(roomOf(topic))
      this.io.to([...ids]).emit('snapshot', snapshot)
    }
  }

  close(): void {
    clearTimeout(this.timer)
  }
}
