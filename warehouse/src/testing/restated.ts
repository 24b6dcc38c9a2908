import { dayOf, type DoseEvent, recordKey } from '@mcc/contract'
import { judge, stateFrom } from '../ledger/apply.js'
import type { RecordState } from '../ledger/state.js'
import type { Arrival } from './arrival.js'

/** `day|unit|product|doseNo|series` of a dose. */
export const cellName = (e: DoseEvent): string =>
  [dayOf(e.occurredAt), e.province, e.product, e.doseNo, e.series].join('|')

interface Held {
  state: RecordState
  /** Undefined after a void. */
  dose: DoseEvent | undefined
  /** Has it ever counted? */
  known: boolean
}

const bare = ({ verification: _v, signedAt: _s, recordedAt: _r, rev: _rev, ...e }: DoseEvent): string =>
  JSON.stringify(Object.entries(e).toSorted(([a], [b]) => (a < b ? -1 : 1)))

function reasonOf(before: Held | undefined, after: DoseEvent | undefined, knownAt: number): string {
  if (before?.dose && after) return bare(before.dose) === bare(after) ? 'verification' : 'correction'
  if (!after) return 'void'
  if (before?.known) return 'restored'
  return dayOf(after.occurredAt) < dayOf(knownAt) ? 'late-entry' : 'same-day-entry'
}

/**
 * A plain replay of dose records: what each revision that counted did, by cell of days up to that of `from` and reason, as
 * `+added -removed`, for what became known after `from` and not after `to`. Same revision, same batch: one act.
 */
export function reasonsOf(groups: readonly Arrival[][], from: number, to: number): Record<string, string> {
  const held = new Map<string, Held>()
  const counts = new Map<string, { added: number; removed: number }>()
  const put = (dose: DoseEvent | undefined, reason: string, what: 'added' | 'removed'): void => {
    if (!dose || dayOf(dose.occurredAt) > dayOf(from)) return
    const key = `${cellName(dose)} ${reason}`
    const n = counts.get(key) ?? { added: 0, removed: 0 }
    counts.set(key, { ...n, [what]: n[what] + 1 })
  }
  for (const group of groups) {
    const acts = new Map<string, { before: Held | undefined; after: Held; knownAt: number }>()
    for (const r of group) {
      const key = recordKey(r.event)
      const before = held.get(key)
      const state = stateFrom(r)
      if (judge(before?.state, state).kind !== 'stored') continue
      const dose = r.event.op === 'void' ? undefined : (r.event as DoseEvent)
      const act = `${key} ${r.event.rev}`
      // what one act both adds and takes back was never known to anybody
      const first = acts.has(act) ? acts.get(act)!.before : before
      const after = { state, dose, known: first?.known === true || dose !== undefined }
      held.set(key, after)
      acts.set(act, { before: first, after, knownAt: r.knownAt })
    }
    for (const { before, after, knownAt } of acts.values()) {
      const nothing = before?.state.hash === after.state.hash || (!before?.dose && !after.dose)
      if (nothing || knownAt <= from || knownAt > to) continue
      const reason = reasonOf(before, after.dose, knownAt)
      put(before?.dose, reason, 'removed')
      put(after.dose, reason, 'added')
    }
  }
  return Object.fromEntries([...counts].map(([key, n]) => [key, `+${n.added} -${n.removed}`]))
}
