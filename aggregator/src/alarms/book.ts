import type { Alarm } from '@mcc/contract'
import type { Condition } from './condition.js'

/** An alarm with what its state needs and nobody else sees. */
export interface Entry {
  alarm: Alarm
  level: number
}
/** Alarms by id: those whose condition holds, and those that went away before anybody acknowledged them. */
export type Book = ReadonlyMap<string, Entry>

function opened(c: Condition, since: string): Entry {
  const { id, rule, severity, unit, facts } = c
  return {
    alarm: { id, rule, severity, unit, facts, since, active: true, ackedBy: null, ackedAt: null },
    level: c.level,
  }
}

function held(entry: Entry, c: Condition, now: string): Entry {
  if (!entry.alarm.active) return opened(c, now)
  const alarm = { ...entry.alarm, facts: c.facts, severity: c.severity }
  return c.level > entry.level
    ? { alarm: { ...alarm, ackedBy: null, ackedAt: null }, level: c.level }
    : { ...entry, alarm }
}

/**
 * The next book (ISA-18.2, reduced): a new condition → unacknowledged; acknowledged and worse → unacknowledged again;
 * gone and acknowledged → away; gone before anybody acknowledged → stays, inactive, unless it is only medium: then nobody
 * needs to respond any more; back again → a new alarm.
 */
export function step(book: Book, conditions: readonly Condition[], now: string): Book {
  const next = new Map<string, Entry>()
  const present = new Map(conditions.map((c) => [c.id, c]))
  for (const [id, entry] of book) {
    const c = present.get(id)
    if (c) next.set(id, held(entry, c, now))
    else if (entry.alarm.ackedBy === null && entry.alarm.severity !== 'medium')
      next.set(id, { ...entry, alarm: { ...entry.alarm, active: false } })
  }
  for (const c of conditions) if (!next.has(c.id)) next.set(c.id, opened(c, now))
  return next
}

/** Acknowledges: an active alarm stays and is quiet, one whose condition is gone leaves. Undefined: no such alarm. */
export function acknowledge(book: Book, id: string, by: string, at: string): Book | undefined {
  const entry = book.get(id)
  if (!entry) return undefined
  const next = new Map(book)
  if (!entry.alarm.active) next.delete(id)
  else if (entry.alarm.ackedBy === null)
    next.set(id, { ...entry, alarm: { ...entry.alarm, ackedBy: by, ackedAt: at } })
  return next
}
