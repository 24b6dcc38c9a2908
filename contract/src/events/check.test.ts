import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkEvent } from './check.js'
import { eventJsonSchema, EVENT_TYPES } from './event.js'
import { REJECTIONS } from './rejection.js'

const context = { now: Date.parse('2021-12-01T00:00:00Z'), exercise: true, source: 's' }
const envelope = {
  source: 's',
  id: 'x',
  rev: 1,
  occurredAt: '2021-11-01T08:00:00+07:00',
  recordedAt: '2021-11-01T08:00:00+07:00',
  exercise: true,
}

it('never throws, and names every refusal by a listed code', () => {
  const typed = fc.record(
    { type: fc.constantFrom(...EVENT_TYPES), op: fc.constantFrom('upsert', 'void', 1) },
    { requiredKeys: [] },
  )
  const anything = fc.oneof(
    fc.anything(),
    fc.tuple(typed, fc.dictionary(fc.string(), fc.jsonValue())).map(([a, b]) => ({ ...b, ...a })),
  )
  fc.assert(
    fc.property(anything, (input) => {
      const checked = checkEvent(input, context)
      if (checked.ok) return
      expect(checked.rejections.length).toBeGreaterThan(0)
      for (const r of checked.rejections) expect(Object.keys(REJECTIONS)).toContain(r.code)
    }),
    { numRuns: 1_000 },
  )
})

it('names the place inside a record', () => {
  const lines = [
    { product: 'pfizer', recipient: '01', doses: 1 },
    { product: 'pfizer', recipient: '98', doses: -1, note: '' },
  ]
  const checked = checkEvent(
    { type: 'decision', op: 'upsert', ...envelope, number: 'QĐ 1', round: 1, lines },
    context,
  )
  expect(checked.ok ? [] : checked.rejections.map((r) => [r.path, r.code])).toEqual([
    ['lines[1].recipient', 'unknown_province'],
    ['lines[1].doses', 'out_of_range'],
    ['lines[1].note', 'unknown_field'],
  ])
})

it('takes a void with the envelope alone', () => {
  expect(checkEvent({ type: 'dose', op: 'void', ...envelope, rev: 2 }, context).ok).toBe(true)
  expect(checkEvent({ type: 'dose', op: 'void', ...envelope, rev: 2, lot: 'L' }, context).ok).toBe(false)
})

it('an event dated on no day of the calendar, or without offset, is refused', () => {
  for (const occurredAt of [
    '2021-02-30T08:00:00+07:00',
    '2021-13-01T08:00:00Z',
    '2021-11-01T08:00:00',
    '2021-11-01',
  ])
    expect([
      occurredAt,
      checkEvent({ type: 'dose', op: 'void', ...envelope, occurredAt }, context).ok,
    ]).toEqual([occurredAt, false])
})

it('describes every event type as JSON Schema', () => {
  const text = JSON.stringify(eventJsonSchema())
  for (const type of EVENT_TYPES) expect(text).toContain(`"const":"${type}"`)
})

it('what no store can hold is refused at the door: half a character, a year outside the calendar of the warehouse', () => {
  const lot = { type: 'lot', op: 'upsert', ...envelope, lot: 'L', product: 'pfizer', status: 'released' }
  const codes = (changes: object): string[] => {
    const checked = checkEvent({ ...lot, manufacturer: 'M', expiry: '2022-01-01', ...changes }, context)
    return checked.ok ? [] : checked.rejections.map((r) => `${r.path} ${r.code}`)
  }
  expect(codes({})).toEqual([])
  expect(codes({ manufacturer: 'M \ud83d' })).toEqual(['manufacturer bad_format'])
  expect(codes({ expiry: '2149-06-07' })).toEqual(['expiry out_of_range'])
  expect(codes({ occurredAt: '1899-12-31T08:00:00+07:00' })).toEqual(['occurredAt out_of_range'])
})
