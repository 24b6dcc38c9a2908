import { expect, it } from 'vitest'
import { doseOf } from '../testing/dose.js'
import { checkBatch } from './check-batch.js'
import { linesOf } from './lines.js'
import { makePseudonymise } from './pseudonym.js'

const pseudonymise = makePseudonymise('a key for this test only')
function checked(...lines: unknown[]) {
  const text = lines.map((l) => (typeof l === 'string' ? l : JSON.stringify(l))).join('\n')
  const cut = linesOf(text, 'ndjson')
  if (!cut.ok) throw new Error(cut.message)
  return checkBatch(cut.lines, pseudonymise, { now: Date.now(), exercise: false, source: 'hanoi' })
}
const bodiesOf = (...lines: unknown[]): unknown[] =>
  checked(...lines).refused.map(({ body }) => JSON.parse(body) as unknown)

it('takes the other lines of a batch however deep one of them is nested', () => {
  const deep = `{"type":"dose","lot":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  const { lines, refused } = checked(doseOf('hanoi', 'a'), deep, doseOf('hanoi', 'b'))
  expect(lines.map(({ line }) => line)).toEqual([1, 3])
  expect(refused.map(({ line, code, body }) => [line, code, body])).toEqual([
    [2, 'missing_field', '{"type":"dose"}'],
  ])
})

it('keeps of a refused record at every level what the contract has a place for, and no other field', () => {
  const secret = { hoTen: 'Nguyễn Văn A', cccd: '001080012345' }
  const causality = { reaction: 'sốt', product: 'pfizer', class: 'Z9' }
  const line = { product: 'pfizer', recipient: '01', doses: -1 }
  const bodies = bodiesOf(
    { type: 'aefi', id: 'a', person: secret, lot: secret, causality: [{ ...causality, ...secret }, secret] },
    { type: 'decision', id: 'b', lines: [{ ...line, contact: secret }], number: [secret] },
    { type: 'vaccine', id: secret, rev: 1, note: secret },
  )
  expect(bodies).toEqual([
    { type: 'aefi', id: 'a', person: null, causality: [causality, {}] },
    { type: 'decision', id: 'b', lines: [line] },
    { type: 'vaccine', rev: 1 },
  ])
})

it('keeps no more than the beginning of a path that a sender made long', () => {
  const { rejections, refused } = checked({ ...doseOf('hanoi', 'a'), ['x'.repeat(10_000)]: 1 })
  expect([rejections[0]!.code, refused[0]!.path.length]).toEqual(['unknown_field', 200])
})
