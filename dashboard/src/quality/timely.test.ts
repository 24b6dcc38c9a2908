import { expect, it } from 'vitest'
import { nationLags, shareOf, timelyRows } from './timely.js'

const unit = (code: string, ...[sameDay, nextDay, days2to3, days4to7, later]: number[]) => ({
  unit: code,
  sameDay: sameDay!,
  nextDay: nextDay!,
  days2to3: days2to3!,
  days4to7: days4to7!,
  later: later!,
})
const units = [unit('01', 60, 20, 10, 5, 5), unit('79', 10, 10, 0, 0, 80), unit('48', 0, 0, 0, 1, -1)]

it('says what part was known by the next day, slowest unit first, and nothing where nothing is left', () => {
  expect(nationLags(units)).toMatchObject({ sameDay: 70, later: 84, inTime: 50 })
  expect(
    timelyRows({ asOf: '', from: '', units, sources: [] }).map((r) => [r.unit, r.total, r.inTime]),
  ).toEqual([
    ['79', 100, 20],
    ['01', 100, 80],
    ['48', 0, undefined],
  ])
  expect(shareOf(0, units[2]!)).toBeUndefined()
})
