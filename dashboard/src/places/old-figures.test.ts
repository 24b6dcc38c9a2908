import type { UnitSummary } from '@mcc/contract'
import { expect, it } from 'vitest'
import { asOfLastDay } from './old-figures.js'

it('marks the figures of a silent unit as those of its last day, and no others', () => {
  const unit = (heardUntil: string | null, coverageOne: UnitSummary['coverageOne'] = 71.8) =>
    ({ coverageOne, heardUntil }) as UnitSummary
  expect(asOfLastDay(unit(null), 'coverageOne')).toBe(71.8)
  expect(asOfLastDay(unit('2021-11-21'), 'coverageOne')).toEqual({
    no: 'stale',
    last: 71.8,
    at: '2021-11-21',
  })
  const unreported = { no: 'not-reported' } as const
  expect(asOfLastDay(unit('2021-11-21', unreported), 'coverageOne')).toEqual(unreported)
  expect(asOfLastDay(undefined, 'coverageOne')).toBeUndefined()
})
