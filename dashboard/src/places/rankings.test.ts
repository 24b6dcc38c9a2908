import { UNIT_CODES, type NationState, type UnitSummary } from '@mcc/contract'
import { expect, it } from 'vitest'
import { daysOfStock, hasGaps, largestGaps, silentProvinces, withoutReport } from './rankings.js'

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
it('knows whether any unit can agree at all', () => {
  expect(hasGaps(units({ '48': { doses: 5, reported: 5 } }))).toBe(true)
  const apart = { '31': { doses: 7, reported: { no: 'not-reported' } }, '48': { reported: 5 } } as const
  expect(hasGaps(units(apart))).toBe(false)
})
it('names the provinces that have fallen silent, the longest silence first', () => {
  const some = units({
    '01': { heardUntil: '2021-11-24' },
    '48': { heardUntil: null },
    '79': { heardUntil: '2021-11-20' },
  })
  expect(silentProvinces(some)).toEqual([
    { code: '79', day: '2021-11-20' },
    { code: '01', day: '2021-11-24' },
  ])
})
