import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AnyEvent, dayOf, type DoseEvent } from '@mcc/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { connect, type Warehouse } from '../connect.js'
import { type RunningEngine, startEngine } from '../embedded/spawn.js'
import { applyFresh, stateFrom } from '../ledger/apply.js'
import { countGroup } from '../ledger/count.js'
import { insertSigned } from '../ledger/insert.js'
import { migrate } from '../migrate/migrate.js'
import { readMigrations } from '../migrate/plan.js'
import { query } from '../query.js'
import { type Arrival, arrival } from '../testing/arrival.js'
import { cellName, reasonsOf } from '../testing/restated.js'
import { restatedBatches, restatedCells } from './restatement.js'
import { KNOWN } from './sources.js'

let engine: RunningEngine
let w: Warehouse
let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mcc-restatement-'))
  engine = await startEngine(directory)
  w = connect(engine.config)
  await migrate(w, await readMigrations(), { cluster: false, now: Date.now })
})
afterAll(async () => {
  await w.close()
  await engine.stop()
  await rm(directory, { recursive: true, force: true })
})
let run = 0
beforeEach(clear)
async function clear(): Promise<void> {
  run += 1
  for (const t of ['dose_ledger', 'dose_known']) await w.ch.command({ query: `TRUNCATE TABLE ${t}` })
}

const START = Date.parse('2021-10-01T06:30:00+07:00')
const knownCells = query({
  name: 'known-cells',
  sql: `SELECT concat(toString(day), '|', unit, '|', product, '|', toString(dose_no), '|', series) AS cell, sum(doses) AS n
    FROM ${KNOWN.doses} GROUP BY cell HAVING n != 0`,
  params: z.object({ at: z.int() }),
  row: z.object({ cell: z.string(), n: z.int() }),
})
const askedOf = (from: number, to: number) => ({ from, to, day: dayOf(from), unit: '', product: '' })

/** Cells of days up to that of `from` as known at `to`, less as known at `from`; cells without a change are absent. */
async function difference(from: number, to: number): Promise<Record<string, number>> {
  const [then, later] = [await knownCells(w, { at: from }), await knownCells(w, { at: to })]
  const change = new Map(later.map(({ cell, n }) => [cell, n]))
  for (const { cell, n } of then) change.set(cell, (change.get(cell) ?? 0) - n)
  return Object.fromEntries([...change].filter(([cell, n]) => n !== 0 && cell.slice(0, 10) <= dayOf(from)))
}

/** The log's changes by cell, and by cell and reason as `+added −removed`. */
async function logged(from: number, to: number) {
  const lines = await restatedCells(w, askedOf(from, to))
  const change: Record<string, number> = {}
  for (const l of lines) change[l.cell] = (change[l.cell] ?? 0) + l.change
  const changed = Object.fromEntries(Object.entries(change).filter(([, n]) => n !== 0))
  const reasons = Object.fromEntries(lines.map((l) => [`${l.cell} ${l.reason}`, `+${l.added} -${l.removed}`]))
  return { changed, reasons }
}

const dose = fc.record({
  day: fc.constantFrom('2021-09-28', '2021-09-30', '2021-10-01', '2021-10-02', '2021-10-03'),
  province: fc.constantFrom('01', '79'),
  product: fc.constantFrom('pfizer', 'abdala'),
  lot: fc.constantFrom('L1', 'L2'),
  doseNo: fc.integer({ min: 1, max: 2 }),
  verification: fc.constantFrom('unverified', 'identity-matched', 'mismatched'),
  signed: fc.boolean(),
})
type Dose = typeof dose extends fc.Arbitrary<infer T> ? T : never

function event(id: number, rev: number, d: Dose | undefined): AnyEvent {
  const at = `${d?.day ?? '2021-09-28'}T08:00:00+07:00`
  const envelope = { type: 'dose', source: `s${run}`, id: `d${id}`, rev, occurredAt: at, recordedAt: at }
  if (!d) return { ...envelope, op: 'void' } as AnyEvent
  const { day: _day, signed, ...content } = d
  const fixed = { person: 'p', sex: 'female', birthYear: 1980, priorityGroup: 15, series: 'primary' }
  const signature = signed ? { signedAt: at } : {}
  return { ...envelope, op: 'upsert', ...fixed, ...content, facility: 'F1', ...signature } as DoseEvent
}

const line = fc.record({
  id: fc.nat(8),
  rev: fc.integer({ min: 1, max: 4 }),
  dose: fc.option(dose, { freq: 5, nil: undefined }),
})
const batch = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 20 }),
  after: fc.oneof(fc.integer({ min: 1, max: 7_200_000 }), fc.constantFrom(3_600_000, 40_000_000)),
})
type Batch = typeof batch extends fc.Arbitrary<infer T> ? T : never

function arrivals(batches: readonly Batch[]): Arrival[][] {
  let knownAt = START
  return batches.map(({ lines, after }) => {
    knownAt += after
    return lines.map((l) => arrival(event(l.id, l.rev, l.dose), `b${knownAt}`, knownAt - 5, knownAt))
  })
}

it('explains the difference between two moments of knowing wholly, by reasons that a replay confirms', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(batch, { minLength: 2, maxLength: 8 }),
      fc.nat(7),
      fc.nat(7),
      fc.nat(1),
      async (batches, a, b, early) => {
        await clear()
        const groups = arrivals(batches)
        for (const group of groups) await countGroup(w, group, false)
        const times = [START, ...groups.map((g) => g[0]!.knownAt)]
        const [from, to] = [times[a % times.length]! - early, times[b % times.length]!].toSorted(
          (x, y) => x - y,
        )
        const log = await logged(from!, to!)
        expect(log.changed).toEqual(await difference(from!, to!))
        expect(log.reasons).toEqual(reasonsOf(groups, from!, to!))
      },
    ),
    { numRuns: 8, endOnFailure: true },
  )
}, 120_000)

const plain: Dose = {
  day: '2021-09-30',
  province: '01',
  product: 'pfizer',
  lot: 'L1',
  doseNo: 1,
  verification: 'unverified',
  signed: false,
}
const one = (knownAt: number, e: AnyEvent): Arrival => arrival(e, `b${knownAt - START}`, knownAt - 5, knownAt)

it('calls a dose that was counted twice, and its mending, a duplicate', async () => {
  const first = one(START + 1, event(1, 2, plain))
  await countGroup(w, [first], false)
  // the same rows again, as if a crash had made somebody forget them
  await insertSigned(w, applyFresh([{ ...first, knownAt: START + 2, batch: 'b2' }], new Map()).rows)
  await countGroup(w, [{ ...first, knownAt: START + 3, batch: 'b3' }], true)
  const cell = cellName(event(1, 2, plain) as DoseEvent)
  const steps = [0, 1, 2].map((n) => logged(START + n, START + n + 1))
  expect((await Promise.all(steps)).map((s) => s.reasons)).toEqual([
    { [`${cell} late-entry`]: '+1 -0' },
    { [`${cell} duplicate`]: '+1 -0' },
    { [`${cell} duplicate`]: '+0 -1' },
  ])
})

it('names the batches behind a change, with source and times, and keeps to the unit and product asked for', async () => {
  const moved = { ...plain, province: '79' as const }
  await countGroup(w, [one(START + 1, event(1, 1, plain)), one(START + 1, event(2, 1, plain))], false)
  await countGroup(w, [one(START + 2, event(1, 2, moved))], false)
  const cell = cellName(event(1, 1, plain) as DoseEvent)
  const asked = { ...askedOf(START, START + 2), cells: [cell], most: 5 }
  const source = `s${run}`
  expect(await restatedBatches(w, asked)).toEqual([
    batchOf('correction', 2, { source, change: -1, records: 1 }),
    batchOf('late-entry', 1, { source, change: 2, records: 2 }),
  ])
  expect(await restatedBatches(w, { ...asked, most: 1, product: 'abdala' })).toEqual([])
  const ofUnit = await restatedCells(w, { ...askedOf(START, START + 2), unit: '79', product: 'pfizer' })
  expect(ofUnit.map(({ unit, reason, change }) => [unit, reason, change])).toEqual([['79', 'correction', 1]])

  function batchOf(reason: string, n: number, more: object) {
    const times = { receivedAt: START + n - 5, knownAt: START + n }
    return { cell, reason, batch: `b${n}`, ...times, ...more }
  }
})

it('sees one correction where a crash cut it in two', async () => {
  const moved = { ...plain, province: '79' as const }
  await countGroup(w, [one(START + 1, event(1, 1, plain))], false)
  const correction = one(START + 2, event(1, 2, moved))
  const held = new Map([one(START + 1, event(1, 1, plain))].map((r) => [stateFrom(r).key, stateFrom(r)]))
  await insertSigned(w, applyFresh([correction], held).rows.slice(0, 1))
  await countGroup(w, [{ ...correction, knownAt: START + 3 }], true)
  expect((await logged(START + 1, START + 3)).reasons).toEqual({
    [`${cellName(event(1, 1, plain) as DoseEvent)} correction`]: '+0 -1',
    [`${cellName(event(1, 2, moved) as DoseEvent)} correction`]: '+1 -0',
  })
})
