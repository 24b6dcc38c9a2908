import { expect, it } from 'vitest'
import { checkBatch } from '../gateway/check-batch.js'
import { doseOf } from '../testing/dose.js'
import { weightOf } from './weight.js'

const weightOfLines = (n: number, input: (i: number) => unknown): number =>
  weightOf(
    checkBatch(
      Array.from({ length: n }, (_, i) => ({ line: i + 1, input: input(i) })),
      (given) => given,
      { now: Date.now(), exercise: false, source: 'hanoi' },
    ),
  )

it('weighs ordinary records by their number, refused ones too, and long ones by their length', () => {
  expect(weightOfLines(2_000, (i) => doseOf('hanoi', `d-${i}`))).toBe(2_000)
  expect(weightOfLines(2_000, (i) => doseOf('hanoi', `d-${i}`, { doseNo: 99 }))).toBe(2_000)
  expect(weightOfLines(500, () => ({ type: 'movement', reason: '\\'.repeat(4_000) }))).toBe(2_000)
  const lines = Array.from({ length: 500 }, () => ({ product: 'pfizer', recipient: '01', doses: 1 }))
  const decision = (i: number) => ({
    type: 'decision',
    op: 'upsert',
    source: 'hanoi',
    id: `q-${i}`,
    rev: 1,
    occurredAt: '2021-09-01T09:00:00+07:00',
    recordedAt: '2021-09-01T09:00:00+07:00',
    number: '2908/QĐ-BYT',
    round: 1,
    lines,
  })
  expect(weightOfLines(60, decision)).toBeGreaterThan(2_000)
})
