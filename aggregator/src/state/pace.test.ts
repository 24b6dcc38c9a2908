import { expect, it } from 'vitest'
import { outlook, pace7 } from './pace.js'

const plan = { targetDoses: 100, targetDay: '2021-10-12' }
const days = new Map([
  ['2021-09-25', 70],
  ['2021-10-01', 7],
  ['2021-10-02', 3],
])

it('takes the seven complete days before today', () => {
  expect(pace7(days, '2021-10-02')).toBe(11)
  expect(pace7(days, '2021-10-03')).toBeCloseTo(10 / 7)
})

it('says what is needed from now, and when the present pace gets there', () => {
  expect(outlook(plan, 80, 7, days, '2021-10-02')).toEqual({
    requiredPace: 2,
    projectedDay: '2021-10-05',
    targetReachedOn: null,
  })
  expect(outlook(plan, 80, 0, days, '2021-10-02').projectedDay).toBeNull()
})

it('needs nothing once the target is reached, and names the day', () => {
  expect(outlook({ ...plan, targetDoses: 77 }, 80, 7, days, '2021-10-02')).toEqual({
    requiredPace: 0,
    projectedDay: null,
    targetReachedOn: '2021-10-01',
  })
})

it('does not invent a pace after the last day, nor from nothing', () => {
  expect(outlook(plan, 80, 7, days, '2021-10-12').requiredPace).toEqual({
    no: 'unknown',
    why: 'target-day-passed',
  })
  const none = { no: 'unknown', why: 'no-data' } as const
  expect(outlook(plan, none, none, new Map(), '2021-10-02').requiredPace).toEqual(none)
})
