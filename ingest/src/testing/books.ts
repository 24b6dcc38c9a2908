import { accountingHours } from '@mcc/warehouse'
import { queuedBatches } from '../queue/queued.js'
import type { Store } from './store.js'

/** The books of a source over all hours, as they stand now. */
export async function booksOf(store: Store, source: string) {
  const window = { fromMs: 0, toMs: Date.now() + 3_600_000, sinceMs: 0, nowMs: Date.now() }
  const queued = await queuedBatches(store.connection)
  const hours = await accountingHours(store.w, { source, ...window, queued })
  const sum = (of: (h: (typeof hours)[number]) => number): number => hours.reduce((n, h) => n + of(h), 0)
  return {
    received: sum((h) => h.received),
    stored: sum((h) => h.stored),
    duplicate: sum((h) => h.duplicate),
    superseded: sum((h) => h.superseded),
    quarantined: sum((h) => h.quarantined),
    inFlight: sum((h) => h.inFlight),
    unexplained: sum((h) => h.unexplained),
  }
}
