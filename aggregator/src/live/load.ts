import { addDays, type EventType, groupBy, isUnitCode, UNIT_CODES, type UnitCode } from '@mcc/contract'
import * as read from '@mcc/warehouse'
import type { Warehouse } from '@mcc/warehouse'
import { emptyFacts, type Facts, type Moment } from './facts.js'
import { EVERYTHING, type Touched } from './touched.js'

/** Days for which serious cases are kept by lot; the longest window of the AEFI rules. */
const RECENT_DAYS = 14
const DECISIONS = 200

/** Replaces the cells of `units` by `rows`; a unit without rows has none. */
function replace<T extends { unit: string }>(
  into: Map<UnitCode, T[]>,
  units: readonly UnitCode[],
  rows: T[],
): void {
  const by = groupBy(rows, (r) => r.unit)
  for (const unit of units) {
    const cells = by.get(unit)
    if (cells) into.set(unit, cells)
    else into.delete(unit)
  }
}

/** Replaces the named days of `units`; no days named is all of them. */
function replaceDays<V>(
  into: Map<UnitCode, Map<string, V>>,
  units: readonly UnitCode[],
  days: readonly string[],
  rows: { unit: string; day: string; value: V }[],
): void {
  for (const unit of units) {
    const kept = days.length === 0 ? new Map<string, V>() : new Map(into.get(unit))
    for (const day of days) kept.delete(day)
    into.set(unit, kept)
  }
  for (const { unit, day, value } of rows) if (isUnitCode(unit)) into.get(unit)?.set(day, value)
}

function byDay(
  rows: read.AefiDay[],
): { unit: string; day: string; value: { cases: number; serious: number } }[] {
  return [...groupBy(rows, (r) => `${r.unit}|${r.day}`).values()].map((same) => ({
    unit: same[0]!.unit,
    day: same[0]!.day,
    value: {
      cases: same.reduce((n, r) => n + r.cases, 0),
      serious: same.reduce((n, r) => (r.serious ? n + r.cases : n), 0),
    },
  }))
}

/** Where facts are read: what is known now, or with `at` (epoch ms) what was known then. */
interface Source {
  w: Warehouse
  at?: number
}

interface Slice {
  units: UnitCode[]
  /** Empty = all. */
  days: string[]
}

async function readDoses({ w, at }: Source, facts: Facts, { units, days }: Slice): Promise<void> {
  const [cells, byDays] = await Promise.all([
    read.doseCells(w, { units }, at),
    read.doseDays(w, { units, days }, at),
  ])
  replace(facts.doses, units, cells)
  replaceDays(
    facts.days,
    units,
    days,
    byDays.map(({ unit, day, doses }) => ({ unit, day, value: doses })),
  )
}

/** Reads the districts of `units` into `facts`. */
export async function readDistricts(
  { w, at }: Source,
  facts: Facts,
  units: UnitCode[],
  moment: Moment,
): Promise<void> {
  replace(facts.districts, units, await read.districtDosesOf(w, { units, today: moment.today }, at))
}

async function readAefi(
  { w, at }: Source,
  facts: Facts,
  { units, days }: Slice,
  moment: Moment,
): Promise<void> {
  const from = addDays(moment.today, 1 - RECENT_DAYS)
  const [cells, byDays, recent] = await Promise.all([
    read.aefiCells(w, { units }, at),
    read.aefiDays(w, { units, days }, at),
    read.aefiRecentSerious(w, { units, from }, at),
  ])
  replace(facts.aefi, units, cells)
  replaceDays(facts.aefiDays, units, days, byDay(byDays))
  replace(facts.aefiRecent, units, recent)
}

async function readDecisions({ w, at }: Source, facts: Facts, { units }: Slice): Promise<void> {
  const [cells, newest] = await Promise.all([
    read.allocationCells(w, { units }, at),
    read.newestDecisions(w, { limit: DECISIONS }, at),
  ])
  replace(facts.allocated, units, cells)
  facts.decisions = newest
}

async function readTallies({ w, at }: Source, facts: Facts, { units }: Slice): Promise<void> {
  const rows = await read.newestTallies(w, { units }, at)
  for (const unit of units) facts.tallies.delete(unit)
  for (const row of rows) if (isUnitCode(row.unit)) facts.tallies.set(row.unit, row)
}

function sliceOf(touched: Touched, type: EventType): Slice | undefined {
  if (touched.all) return { units: [...UNIT_CODES], days: [] }
  const at = touched.types.get(type)
  return at && at.units.size > 0 ? { units: [...at.units], days: [...at.days] } : undefined
}

/** District figures hang on doses, on the register, and on what day it is. */
function unitsOfDistricts(touched: Touched, newDay: boolean): UnitCode[] {
  if (touched.all || newDay) return [...UNIT_CODES]
  const units = ['dose', 'facility'] as const
  return [...new Set(units.flatMap((t) => [...(touched.types.get(t)?.units ?? [])]))]
}

/** Reads what was touched of every subject but districts, one after another, as the engine also serves the writer. */
async function readSubjects(from: Source, facts: Facts, touched: Touched, moment: Moment): Promise<void> {
  const slice = (type: EventType): Slice | undefined => sliceOf(touched, type)
  const [dose, movement, decision, tally, aefi] = [
    slice('dose'),
    slice('movement'),
    slice('decision'),
    slice('tally'),
    slice('aefi'),
  ]
  if (dose) await readDoses(from, facts, dose)
  if (movement) {
    const { units } = movement
    replace(facts.movements, units, await read.movementCells(from.w, { units }, from.at))
  }
  if (decision) await readDecisions(from, facts, decision)
  if (tally) await readTallies(from, facts, tally)
  if (aefi) await readAefi(from, facts, aefi, moment)
}

/** All facts but districts as they were known at the moment's watermark. Rejects with `QueryError`. */
export async function readKnown(w: Warehouse, moment: Moment): Promise<Facts> {
  const facts = emptyFacts()
  await readSubjects({ w, at: moment.watermark }, facts, EVERYTHING, moment)
  return facts
}

/**
 * Reads what was touched and returns new facts; `before` stays as it is, so that a failure half-way changes nothing.
 * Rejects with `QueryError`.
 */
export async function reread(
  w: Warehouse,
  before: Facts,
  touched: Touched,
  moment: Moment,
  newDay: boolean,
): Promise<Facts> {
  const facts: Facts = {
    doses: new Map(before.doses),
    days: new Map(before.days),
    districts: new Map(before.districts),
    movements: new Map(before.movements),
    allocated: new Map(before.allocated),
    decisions: before.decisions,
    tallies: new Map(before.tallies),
    aefi: new Map(before.aefi),
    aefiDays: new Map(before.aefiDays),
    aefiRecent: new Map(before.aefiRecent),
  }
  await readSubjects({ w }, facts, touched, moment)
  const districts = unitsOfDistricts(touched, newDay)
  if (districts.length > 0) await readDistricts({ w }, facts, districts, moment)
  return facts
}
