import { type EventType, recordKey } from '@mcc/contract'
import type { Warehouse } from '../connect.js'
import { applyFresh, type Effect, type Incoming, type SignedRow } from './apply.js'
import { insertSigned } from './insert.js'
import { applyAgain, readNet } from './redeliver.js'
import { readRollups, repairRollup } from './rollups.js'
import { insertsEnded } from './running.js'
import { readStates, type RecordState, rowsOf, writeStates } from './state.js'
import { ledgerOf } from './content.js'

/** Types, units and days that a group of records touched, their old places included. */
export interface Touched {
  type: EventType
  units: string[]
  days: string[]
}
export interface Counted {
  outcomes: Effect['outcomes']
  touched: Touched[]
  rows: number
  /** Roll-up keys that had to be mended; only after a crash. */
  mended: number
}

function touchedBy(rows: readonly SignedRow[], states: Iterable<RecordState>): Touched[] {
  const byType = new Map<EventType, { units: Set<string>; days: Set<string> }>()
  const add = (type: EventType, unit: unknown, day: unknown): void => {
    const entry = byType.get(type) ?? { units: new Set(), days: new Set() }
    byType.set(type, entry)
    entry.units.add(String(unit))
    entry.days.add(String(day))
  }
  for (const r of rows) add(r.type, r.unit, r.day)
  for (const s of states)
    for (const [day, unit] of rowsOf(s)) add(s.key.slice(0, s.key.indexOf('|')) as EventType, unit, day)
  return [...byType].map(([type, t]) => ({ type, units: [...t.units], days: [...t.days] }))
}

async function mend(w: Warehouse, touched: readonly Touched[]): Promise<number> {
  let mended = 0
  for (const rollup of await readRollups(w)) {
    const days = touched.find((t) => ledgerOf(t.type) === rollup.ledger)?.days
    if (days) mended += await repairRollup(w, rollup, days)
  }
  return mended
}

/**
 * Counts a group of records: looks up their present state, appends signed rows, then upserts the states.
 * `again` is for records that may have been counted before in part or in whole (a redelivered job, a broken insert,
 * the time after an unclean start): it reads the net of the ledger and mends the roll-ups of the touched days.
 * Only one group at a time may be counted in a store. Throws when the engine is away; then repeat with `again`.
 */
export async function countGroup(
  w: Warehouse,
  records: readonly Incoming[],
  again: boolean,
): Promise<Counted> {
  if (records.length === 0) return { outcomes: [], touched: [], rows: 0, mended: 0 }
  if (again) await insertsEnded(w)
  const held = await readStates(w, [...new Set(records.map((r) => recordKey(r.event)))])
  const effect = again ? applyAgain(records, held, await readNet(w, records)) : applyFresh(records, held)
  await insertSigned(w, effect.rows)
  const touched = touchedBy(effect.rows, again ? [...held.values(), ...effect.states.values()] : [])
  const mended = again ? await mend(w, touched) : 0
  if (effect.states.size > 0) await writeStates(w, [...effect.states.values()], records.at(-1)!.knownAt)
  return { outcomes: effect.outcomes, touched, rows: effect.rows.length, mended }
}
