import { type Entry, VOID_HASH } from '@mcc/warehouse'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { batchOf, jobOf, type Line } from './batch.js'

const word = fc.stringMatching(/^[\p{L}\p{N}._:/-]{1,20}$/u)
const entry: fc.Arbitrary<Entry> = fc.record({
  key: word.map((w) => `dose|s|${w}`),
  rev: fc.integer({ min: 1, max: 1_000_000 }),
  hash: fc.constantFrom('0123456789abcdef', VOID_HASH),
  rows: fc.string().map((s) => s.replace(/[\n\r]/g, ' ')),
})
const line: fc.Arbitrary<Line> = fc.record({
  line: fc.integer({ min: 1, max: 2_000 }),
  needs: fc.oneof(fc.constant(''), word),
  entry,
})
const batchOfLines = (lines: Line[]) => ({ batch: 'b', source: 's', receivedAt: 1, lines, refused: [] })

it('comes out of the queue as it went in', () => {
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const batch = batchOfLines(lines)
      expect(batchOf(JSON.parse(JSON.stringify(jobOf(batch))))).toEqual(batch)
    }),
  )
})

it('takes no batch that was cut off', () => {
  const [whole] = fc.sample(fc.array(line, { minLength: 1 }), { seed: 1, numRuns: 1 })
  const job = jobOf(batchOfLines(whole!))
  for (const n of [1, 5]) expect(() => batchOf({ ...job, records: job.records.slice(0, -n) })).toThrow()
})
