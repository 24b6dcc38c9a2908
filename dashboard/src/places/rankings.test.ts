import { UNIT_CODES, type NationState, type UnitSummary } from '@mcc/contract'
import { expect, it } from 'vitest'
import { daysOfStock, largestGaps, withoutReport } from './rankings.js'

const unit = (part: Partial<UnitSummary>) => part as UnitSummary
const units = (part: Record<string, Partial<UnitSummary>>) =>
  Object.fromEntries(
    UNIT_CODES.map((code) => [code, unit(part[code] ?? { doses: 0, reported: { no: 'not-reported' } })]),
  ) as NationState['units']

it('says for how many whole days the stock lasts', () => {
  expect(daysOfStock(unit({ received: 100, doses: 65, pace7: 10 }))).toBe(3)
  expect(daysOfStock(unit({ received: 60, doses: 65, pace7: 10 }))).toBe(0)
  expect(daysOfStock(unit({ received: 60, doses: 5, pace7: 0 }))).toBeUndefined()
})
it('ranks the gaps by size, whichever way they go', () => {
  const some = units({
    '01': { doses: 90, reported: 100 },
    '79': { doses: 200, reported: 150 },
    '48': { doses: 5, reported: 5 },
    '31': { doses: 7, reported: { no: 'not-reported' } },
  })
  expect(largestGaps(some, 5).map((g) => [g.code, g.gap])).toEqual([
    ['79', -50],
    ['01', 10],
  ])
  expect(largestGaps(some, 1)).toHaveLength(1)
  expect(withoutReport(some)).toBe(1)
})
