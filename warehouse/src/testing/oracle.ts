import type { AnyEvent, EventType, UpsertEvent } from '@mcc/contract'
import { stateFrom } from '../ledger/apply.js'
import type { Arrival } from './arrival.js'

/** A record that began (+1) or ceased (−1) to count, and when that became known. */
export interface Change {
  at: number
  sign: 1 | -1
  event: UpsertEvent
}

/** Of equal revisions a void wins, then the larger content hash: the one thing the oracle takes from the ledger's code. */
const tieOf = (r: Arrival): string => stateFrom(r).hash

function supersedes(next: Arrival, last: Arrival): boolean {
  if (next.event.rev !== last.event.rev) return next.event.rev > last.event.rev
  return tieOf(next) > tieOf(last)
}

/** The plain oracle: the last revision per record, in memory, in the order in which records became known. */
export function changesOf(groups: readonly (readonly Arrival[])[]): Change[] {
  const last = new Map<string, Arrival>()
  const changes: Change[] = []
  const say = (at: number, sign: 1 | -1, event: AnyEvent): void => {
    if (event.op === 'upsert') changes.push({ at, sign, event })
  }
  for (const next of groups.flat()) {
    const { type, source, id } = next.event
    const key = JSON.stringify([type, source, id])
    const held = last.get(key)
    if (held && !supersedes(next, held)) continue
    if (held) say(next.knownAt, -1, held.event)
    say(next.knownAt, 1, next.event)
    last.set(key, next)
  }
  return changes
}

/** A row of a table or roll-up: columns by name. */
export type Row = Readonly<Record<string, unknown>>

const zone = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const days = new Map<string, string>()
/** The day of an instant in Viet Nam, by the calendar of the platform instead of our own arithmetic. */
export function localDay(instant: string): string {
  let day = days.get(instant)
  if (day === undefined) days.set(instant, (day = zone.format(new Date(instant))))
  return day
}

/** Adds up what each change contributes: rows with the same values in `keys` become one; rows that are all zero vanish. */
export function fold(
  changes: readonly Change[],
  type: EventType,
  rowsOf: (change: Change) => readonly Row[],
  keys: readonly string[],
  sums: readonly string[],
): Map<string, number[]> {
  const cells = new Map<string, number[]>()
  for (const change of changes) {
    if (change.event.type !== type) continue
    for (const row of rowsOf(change)) {
      const cell = JSON.stringify(keys.map((k) => row[k]))
      const held = cells.get(cell) ?? sums.map(() => 0)
      cells.set(
        cell,
        sums.map((s, i) => held[i]! + change.sign * Number(row[s])),
      )
    }
  }
  for (const [cell, values] of cells) if (values.every((v) => v === 0)) cells.delete(cell)
  return cells
}
