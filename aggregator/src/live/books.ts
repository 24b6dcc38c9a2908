import type { AlarmRule } from '@mcc/contract'
import {
  type AccountedHour,
  accountingHours,
  incidentsSince,
  manifestDifferences,
  type Warehouse,
} from '@mcc/warehouse'
import type { Redis } from 'ioredis'
import { differingManifests, healed, unexplained } from '../alarms/book-rules.js'
import type { Condition } from '../alarms/condition.js'
import type { Metrics } from '../metrics.js'
import { queuedBatches } from './queue.js'

const EVERY_MS = 10_000
const DAY_MS = 86_400_000
/** All times of receiving that the engine can hold. */
const ALWAYS = { fromMs: 0, toMs: Date.UTC(2100, 0, 1) }

/** Alarms that come from the books. */
export const BOOK_RULES: ReadonlySet<AlarmRule> = new Set([
  'accounting-unexplained',
  'manifest-differs',
  'rollup-differs',
])

interface BookParts {
  warehouse: Warehouse
  redis: Redis
  metrics: Metrics
}

/** Looks at the books of the hours touched in the last day (real time) and says what does not fit. */
export class BookWatch {
  private lookedAt = -Infinity
  private running = false
  private before = new Set<string>()
  /** Undefined before the first look. */
  conditions: Condition[] | undefined

  constructor(private readonly parts: BookParts) {}

  /** Looks when it is time to; what cannot be read now is read at the next look. Never rejects. */
  async look(now: number): Promise<void> {
    if (this.running || now - this.lookedAt < EVERY_MS) return
    this.running = true
    this.lookedAt = now
    try {
      await this.read(now)
    } catch {
      // the machine's own rules say what is away
    } finally {
      this.running = false
    }
  }

  private async read(now: number): Promise<void> {
    const { warehouse: w, redis, metrics } = this.parts
    const queued = await queuedBatches(redis)
    const sinceMs = now - DAY_MS
    const hours = await accountingHours(w, { ...ALWAYS, source: '', sinceMs, nowMs: now, queued })
    const manifests = await manifestDifferences(w, { ...ALWAYS, source: '' })
    const incidents = await incidentsSince(w, { sinceMs, limit: 500 })
    metrics.books(hours)
    this.conditions = [
      ...unexplained(hours.filter((h) => this.seenTwice(h))),
      ...differingManifests(manifests, now),
      ...healed(incidents),
    ]
    this.before = new Set(hours.filter((h) => h.unexplained !== 0).map(keyOf))
  }

  /** One look may fall between two writings. */
  private seenTwice(h: AccountedHour): boolean {
    return this.before.has(keyOf(h))
  }
}
const keyOf = (h: AccountedHour): string => `${h.source} ${h.hour}`
