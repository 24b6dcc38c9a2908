import {
  type AnyEvent,
  completesPrimary,
  dayOf,
  type DoseEvent,
  recordKey,
  type VoidEvent,
} from '@mcc/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Oracle } from './oracle.js'
import { RecordTable } from './record-table.js'

const envelope = { source: 'exercise', recordedAt: '2021-10-19T18:00:00+07:00', exercise: true } as const

const dose = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    rev: fc.integer({ min: 1, max: 5 }),
    province: fc.constantFrom('01', '79', '00', 'ZZ'),
    product: fc.constantFrom('astrazeneca', 'abdala', 'janssen'),
    doseNo: fc.integer({ min: 1, max: 3 }),
    series: fc.constantFrom('primary', 'additional', 'booster'),
    day: fc.integer({ min: 10, max: 20 }),
  })
  .map(({ day, ...rest }) => {
    const event: DoseEvent = {
      type: 'dose',
      op: 'upsert',
      ...envelope,
      ...(rest as Pick<DoseEvent, 'id' | 'rev' | 'province' | 'product' | 'doseNo' | 'series'>),
      occurredAt: `2021-10-${day}T00:30:00+07:00`,
      person: 'P1',
      sex: 'female',
      birthYear: 1980,
      priorityGroup: 1,
      lot: 'L1',
      facility: '01-1',
      verification: 'unverified',
    }
    return event
  })
const voided = fc
  .record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), rev: fc.integer({ min: 1, max: 5 }) })
  .map(({ id, rev }): VoidEvent => ({
    type: 'dose',
    op: 'void',
    ...envelope,
    id,
    rev,
    occurredAt: envelope.recordedAt,
  }))

/** One content per (record, revision): what a well-behaved source sends. */
const history = fc
  .array(fc.oneof({ weight: 5, arbitrary: dose }, { weight: 1, arbitrary: voided }), { maxLength: 60 })
  .map((events) => [...new Map(events.map((e) => [`${e.id}|${e.rev}`, e])).values()])

function naive(events: readonly AnyEvent[]): {
  cells: Record<string, number>
  atLeastOne: number
  completed: number
} {
  const last = new Map<string, AnyEvent>()
  for (const e of events) {
    const known = last.get(recordKey(e))
    if (!known || known.rev < e.rev) last.set(recordKey(e), e)
  }
  const cells: Record<string, number> = {}
  let [atLeastOne, completed] = [0, 0]
  for (const e of last.values()) {
    if (e.op === 'void' || e.type !== 'dose') continue
    const key = `${e.province}|${e.product}|${e.doseNo}|${e.series}|${dayOf(e.occurredAt)}`
    cells[key] = (cells[key] ?? 0) + 1
    if (e.series === 'primary' && e.doseNo === 1) atLeastOne++
    if (e.series === 'primary' && completesPrimary(e.product, e.doseNo)) completed++
  }
  return { cells, atLeastOne, completed }
}

describe('the oracle', () => {
  it('counts the last revision of every record once, whatever the order and however often sent', () => {
    const shuffled = history.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events, ...events.slice(0, 5)], { minLength: events.length * 2 }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([events, again]) => {
        const oracle = new Oracle()
        oracle.take([...again, ...events])
        const { cells, nation, records } = oracle.totals()
        const expected = naive(events)
        expect(cells).toEqual(expected.cells)
        expect([nation.atLeastOne, nation.completed]).toEqual([expected.atLeastOne, expected.completed])
        expect(nation.doses).toBe(oracle.doses)
        expect(records).toBe(new Set(events.map(recordKey)).size)
      }),
      { seed: 11, numRuns: 300 },
    )
  })
})

describe('the record table', () => {
  it('keeps hundreds of thousands of like keys apart', () => {
    const table = new RecordTable()
    const count = 600_000
    for (let i = 0; i < count; i++) table.apply(`dose|exercise|D${i % 300}.79.3.${i.toString(36)}`, 1, 7)
    expect(table.size).toBe(count)
    expect(table.apply('dose|exercise|D0.79.3.0', 1, 8)).toBeUndefined()
    expect(table.apply('dose|exercise|D0.79.3.0', 2, 8)).toBe(7)
  })
})
