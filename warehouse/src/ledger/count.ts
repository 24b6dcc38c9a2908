import type { EventType } from '@mcc/contract'
import type { Warehouse } from '../connect.js'
import { applyFresh, type Effect, type Incoming, type SignedRow } from './apply.js'
import { dayAndUnit, type Place, placeOf, typeOfKey } from './content.js'
import { insertSigned } from './insert.js'
import { applyAgain, type Net, readNet } from './redeliver.js'
import { mendDays } from './mend.js'
import { insertsEnded } from './running.js'
import { readStates, type RecordState, rowsOf, writeStates } from './state.js'

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
  /** The states that now hold. */
  states: ReadonlyMap<string, RecordState>
  /** Roll-up keys that had to be mended; only after a crash. */
  mended: number
  /** Records left as they are, since the ledger knows a later revision than their state; only after a crash. */
  left: number
}

function touchedBy(
  rows: readonly SignedRow[],
  states: Iterable<RecordState> = [],
  net: readonly Net[] = [],
): Touched[] {
  const byType = new Map<EventType, Set<Place>>()
  const add = (type: EventType, place: Place): void => {
    const places = byType.get(type)
    if (places) places.add(place)
    else byType.set(type, new Set([place]))
  }
  for (const r of rows) add(r.type, r.place)
  for (const s of states) for (const content of rowsOf(s)) add(typeOfKey(s.key), placeOf(content))
  for (const n of net) add(typeOfKey(n.key), placeOf(n.content))
  return [...byType].map(([type, places]) => {
    const apart = [...places].map(dayAndUnit)
    return {
      type,
      units: [...new Set(apart.map((p) => p.unit))],
      days: [...new Set(apart.map((p) => p.day))],
    }
  })
}

/**
 * Decides what records that come for the first time do to the ledger. `ahead` are the states of a group that was decided
 * but may not be in the store yet: a group can be decided while the one before it is still being written.
 */
export async function decide(
  w: Warehouse,
  records: readonly Incoming[],
  ahead?: ReadonlyMap<string, RecordState>,
): Promise<Effect> {
  const held = await readStates(w, [...new Set(records.map((r) => r.entry.key))])
  for (const [key, state] of ahead ?? []) held.set(key, state)
  return applyFresh(records, held)
}

/** Writes what was decided: signed rows, then states. */
export async function commit(w: Warehouse, effect: Effect, knownAt: number): Promise<Counted> {
  const { outcomes, states, rows } = effect
  await insertSigned(w, rows)
  if (states.size > 0) await writeStates(w, [...states.values()], knownAt)
  return { outcomes, states, touched: touchedBy(rows), rows: rows.length, mended: 0, left: 0 }
}

/**
 * Counts records that may have been counted before in part or in whole (a redelivered job, a broken insert, the time after
 * an unclean start): reads the net of the ledger, writes the difference, and mends the roll-ups of the touched days.
 */
export async function countAgain(w: Warehouse, records: readonly Incoming[]): Promise<Counted> {
  await insertsEnded(w)
  const held = await readStates(w, [...new Set(records.map((r) => r.entry.key))])
  const net = await readNet(w, records)
  const effect = applyAgain(records, held, net)
  await insertSigned(w, effect.rows)
  // also where a content was and is no more: an earlier repetition may have been torn after its last row
  const touched = touchedBy(effect.rows, [...held.values(), ...effect.states.values()], net)
  const mended = await mendDays(w, touched)
  if (effect.states.size > 0) await writeStates(w, [...effect.states.values()], records.at(-1)!.knownAt)
  const { outcomes, states, rows, left } = effect
  return { outcomes, states, touched, rows: rows.length, mended, left }
}

/**
 * Counts a group of records. Only one group at a time may be counted in a store.
 * Throws when the engine is away; then repeat with `again`.
 */
export async function countGroup(
  w: Warehouse,
  records: readonly Incoming[],
  again: boolean,
): Promise<Counted> {
  if (records.length === 0)
    return { outcomes: [], states: new Map(), touched: [], rows: 0, mended: 0, left: 0 }
  if (again) return countAgain(w, records)
  return commit(w, await decide(w, records), records.at(-1)!.knownAt)
}
