import type { AnyEvent } from '@mcc/contract'
import type { Receipt } from '../sender/answer.js'
import type { ReplayBatch } from './batches.js'
import type { RejectedLine } from './checkpoint.js'
import { Oracle } from './oracle/oracle.js'

/** What the gateway took: feeds the oracle and keeps the refused lines. */
export class Tracker {
  readonly oracle = new Oracle()
  readonly rejected: RejectedLine[]
  sent = 0
  readonly #refusedAt: Map<string, Set<number>>

  /** `known` are lines refused in an earlier run of the same replay. */
  constructor(known: readonly RejectedLine[]) {
    this.rejected = [...known]
    this.#refusedAt = new Map()
    for (const r of known) this.#noteRefused(r)
  }

  /** A batch acknowledged in this run. */
  taken(batch: ReplayBatch, receipt: Receipt): void {
    this.sent += batch.lines
    for (const { line, path, code } of receipt.rejected) {
      const refused = { ...batch.position, line, path, code }
      this.rejected.push(refused)
      this.#noteRefused(refused)
    }
    this.recall(batch)
  }

  /** A batch that was acknowledged before; made again to count it. */
  recall(batch: ReplayBatch): void {
    const refused = this.#refusedAt.get(placeOf(batch.position))
    const events: readonly AnyEvent[] = refused
      ? batch.events.filter((_, i) => !refused.has(i + 1))
      : batch.events
    this.oracle.take(events)
  }

  #noteRefused(r: RejectedLine): void {
    const place = placeOf(r)
    const lines = this.#refusedAt.get(place) ?? new Set()
    this.#refusedAt.set(place, lines.add(r.line))
  }
}

const placeOf = (p: { day: string; batch: number }): string => `${p.day}/${p.batch}`
