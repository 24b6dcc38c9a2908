import type { AnyEvent } from '@mcc/contract'
import { countDifferences, readRollups } from '@mcc/warehouse'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { lineOf } from '../queue/batch.js'
import { booksOf } from '../testing/books.js'
import { doseOf } from '../testing/dose.js'
import { type Store, startStore, type WriterProcess } from '../testing/store.js'
import { makeWriterMetrics } from './metrics.js'
import { Insistence, type Ready } from './ready.js'
import { makeStamps } from './stamp.js'
import { prepareGroup } from './work.js'

/** The engine refuses some records for what they are, among others of theirs and of other sources, in any order. */
let store: Store
let writer: WriterProcess
let rounds = 0

const CHECKED = { dose_ledger: `lot NOT LIKE 'BAD%'`, movement_ledger: `reason NOT LIKE 'BAD%'` }
const alter = (change: (condition: string) => string) =>
  Promise.all(
    Object.entries(CHECKED).map(([table, condition]) =>
      store.w.ch.command({ query: `ALTER TABLE ${table} ${change(condition)}` }),
    ),
  )

beforeAll(async () => {
  store = await startStore()
  await store.w.ch.insert({ table: 'facility_ledger', values: [{ id: '01-0001' }], format: 'JSONEachRow' })
  writer = await store.startWriter()
})
afterAll(async () => {
  await writer.kill()
  await store.stop()
})

interface Sent {
  type: 'dose' | 'movement'
  id: number
  rev: number
}
interface Plan {
  batches: Sent[][]
  /** Of each revision by type, record and revision: refused, taken, or a voiding. */
  kinds: ('bad' | 'good' | 'void')[]
}
const RECORDS = 6
const REVISIONS = 4
const plan: fc.Arbitrary<Plan> = fc.record({
  batches: fc.array(
    fc.array(
      fc.record({
        type: fc.constantFrom('dose' as const, 'movement' as const),
        id: fc.nat(RECORDS - 1),
        rev: fc.integer({ min: 1, max: REVISIONS }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    { minLength: 8, maxLength: 16, size: 'max' },
  ),
  kinds: fc.array(fc.constantFrom('bad', 'good', 'good', 'good', 'void'), {
    minLength: 2 * RECORDS * REVISIONS,
    maxLength: 2 * RECORDS * REVISIONS,
  }),
})
const kindOf = ({ kinds }: Plan, { type, id, rev }: Sent) =>
  kinds[((type === 'dose' ? 0 : RECORDS) + id) * REVISIONS + rev - 1]!

/** The record as its source sends it. What it says is told by its revision: a day, and a number of doses. */
function eventOf(p: Plan, sent: Sent, source: string): Record<string, unknown> {
  const { type, id, rev } = sent
  const kind = kindOf(p, sent)
  const at = `2021-09-0${rev}T09:00:00+07:00`
  const envelope = { type, source, id: `${type}-${id}`, rev, occurredAt: at, recordedAt: at }
  if (kind === 'void') return { ...envelope, op: 'void' }
  const mark = kind === 'bad' ? 'BAD' : 'L1'
  if (type === 'dose') return { ...doseOf(source, envelope.id, { lot: mark }), ...envelope }
  const way = { kind: 'arrive', lot: 'L1', product: 'pfizer', from: 'national', to: 'unit:01' }
  return { ...envelope, op: 'upsert', ...way, doses: rev, province: '01', reason: mark }
}

/** By record the revision that counts when what is bad counts or not; voided ones are absent. */
function counted(p: Plan, bad: boolean): string[] {
  const newest = new Map<string, Sent>()
  for (const sent of p.batches.flat()) {
    const key = `${sent.type}-${sent.id}`
    const before = newest.get(key)
    if ((bad || kindOf(p, sent) !== 'bad') && (!before || sent.rev > before.rev)) newest.set(key, sent)
  }
  return [...newest]
    .filter(([, sent]) => kindOf(p, sent) !== 'void')
    .map(([key, { rev }]) => `${key} ${rev}`)
    .toSorted()
}

async function ledger(source: string): Promise<string[]> {
  const of = (type: string) =>
    `SELECT splitByChar('|', key)[3] AS id, toDayOfMonth(day) AS rev, sum(toInt64(sign)) AS n FROM ${type}_ledger
     WHERE key LIKE '${type}|${source}|%' GROUP BY id, rev HAVING n != 0`
  const rows = await store.rows<{ id: string; rev: number; n: number }>(
    `${of('dose')} UNION ALL ${of('movement')}`,
  )
  return rows.map(({ id, rev, n }) => `${id} ${rev}${n === 1 ? '' : ` ×${n}`}`).toSorted()
}
const held = (source: string, status: string) =>
  store.rows<{ code: string; body: string }>(
    `SELECT code, body FROM quarantine FINAL WHERE source = '${source}' AND status = '${status}'`,
  )

async function settled(source: string, received: number) {
  const poll = { timeout: 60_000, interval: 100 }
  await expect
    .poll(() => booksOf(store, source), poll)
    .toMatchObject({ received, inFlight: 0, unexplained: 0 })
  return booksOf(store, source)
}

it('counts all others exactly once, holds the refused ones back, and counts them once the engine takes them', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (p) => {
      await alter((condition) => `ADD CONSTRAINT IF NOT EXISTS storable CHECK ${condition}`)
      const source = `r${rounds++}`
      for (const [n, batch] of p.batches.entries()) {
        await store.accept(
          `${source}-${n}`,
          source,
          batch.map((sent) => eventOf(p, sent, source)),
        )
        // other groups begin while one is being parted
        if (n % 3 === 2) await new Promise((resolve) => setTimeout(resolve, 60))
      }
      if (rounds === 2) {
        await writer.kill()
        writer = await store.startWriter()
      }
      const lines = p.batches.flat().length
      const books = await settled(source, lines)
      expect(books.stored + books.duplicate + books.superseded + books.quarantined).toBe(lines)
      expect(await ledger(source)).toEqual(counted(p, false))
      const back = await held(source, 'open')
      expect(back).toHaveLength(books.quarantined)
      for (const { code, body } of back)
        expect([code, body]).toEqual(['refused_by_store', expect.stringContaining('BAD')])

      await alter(() => 'DROP CONSTRAINT storable')
      await store.w.ch.command({
        query: `INSERT INTO quarantine SELECT * REPLACE ('releasing' AS status, 'admin' AS status_by, now64(3) AS version)
          FROM (SELECT * FROM quarantine FINAL WHERE source = '${source}')`,
      })
      const poll = { timeout: 60_000, interval: 100 }
      await expect.poll(async () => (await held(source, 'released')).length, poll).toBe(back.length)
      expect(await ledger(source)).toEqual(counted(p, true))
      expect((await settled(source, lines)).quarantined).toBe(0)
    }),
    { numRuns: process.env['MCC_DEEP'] === '1' ? 20 : 2, endOnFailure: true },
  )
  for (const r of await readRollups(store.w))
    expect([r.target, await countDifferences(store.w, r)]).toEqual([r.target, 0])
}, 900_000)

it('builds on no record that was refused, though the next groups were decided before that was known', async () => {
  await alter((condition) => `ADD CONSTRAINT IF NOT EXISTS storable CHECK ${condition}`)
  const said: string[] = []
  const log = pino({ level: 'error' }, { write: (line) => void said.push(line) })
  const stderr = vi.spyOn(console, 'error')
  const parts = { warehouse: store.w, exercise: false, now: Date.now, metrics: makeWriterMetrics(), log }
  const insistence = new Insistence(parts)
  const stamps = makeStamps(0, false, Date.now)
  const ground = { facilities: new Set(['01-0001']), stamps, exercise: false }
  const [k, j] = ['dose-1', 'dose-2']
  const group = (
    n: number,
    revs: Record<string, [rev: number, lot: string]>,
    before?: Ready,
  ): Promise<Ready> => {
    const events = Object.entries(revs).map(([id, [rev, lot]]) =>
      doseOf('ahead', id, { rev, lot, occurredAt: `2021-09-0${rev}T09:00:00+07:00` }),
    )
    const lines = events.map((e, i) => lineOf(i + 1, e as unknown as AnyEvent))
    const job = { batch: `ahead-${n}`, source: 'ahead', receivedAt: Date.now(), lines, refused: [] }
    return insistence.decided(prepareGroup([{ job, again: false }], ground), before)
  }
  const count = async (ready: Ready) => ready.done((await insistence.count(ready)).states)
  const first = await group(1, { [k]: [1, 'L1'], [j]: [1, 'L1'] })
  await count(first)
  const second = await group(2, { [k]: [2, 'BAD'], [j]: [3, 'BAD'] }, first)
  const third = await group(3, { [k]: [3, 'L1'], [j]: [2, 'L1'] }, second)
  await count(second)
  expect(await ledger('ahead')).toEqual([`${k} 1`, `${j} 1`])
  const fourth = group(4, { [k]: [4, 'L1'], [j]: [4, 'L1'] }, third)
  await count(third)
  expect(await ledger('ahead')).toEqual([`${k} 3`, `${j} 2`])
  await count(await fourth)
  expect(await ledger('ahead')).toEqual([`${k} 4`, `${j} 4`])
  // what was refused is in the log by its kind; what the rows held is not
  expect(said.join('')).toContain('VIOLATED_CONSTRAINT')
  expect(said.join('') + JSON.stringify(stderr.mock.calls.map(String))).not.toContain('BAD')
  stderr.mockRestore()
}, 120_000)
