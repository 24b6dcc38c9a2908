import { addDays } from '@mcc/contract'
import { expect, it } from 'vitest'
import { burnUp } from './burn-up.js'

const days = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [addDays('2021-10-01', i), 10]))
const campaign = {
  days,
  today: '2021-10-10',
  targetDoses: 200,
  targetDay: '2021-10-30',
  projectedDay: '2021-10-20',
  targetReachedOn: null,
  pace7: 10,
}

it('adds up to today and leaves the last days open to late entry', () => {
  const { points, given } = burnUp(campaign)
  expect(given).toBe(100)
  const on = (day: string) => points.find((p) => p.day === day)
  expect(on('2021-10-07')).toMatchObject({ settled: 70, provisional: 70 })
  expect(on('2021-10-10')).toMatchObject({ settled: null, provisional: 100, projected: 100, needed: 100 })
  expect(on('2021-10-11')).toMatchObject({ provisional: null, projected: 110, needed: 105 })
})
it('projects to the target and needs it on the day of the plan', () => {
  const { points } = burnUp(campaign)
  expect(points.at(-1)).toMatchObject({ day: '2021-10-30', projected: null, needed: 200 })
  expect(Math.max(...points.map((p) => p.projected ?? 0))).toBe(210)
})
it('counts a day without doses and none of the future', () => {
  const { points, given } = burnUp({ ...campaign, days: { '2021-10-08': 5, '2021-10-12': 7 } })
  expect(given).toBe(5)
  expect(points.find((p) => p.day === '2021-10-09')).toMatchObject({ provisional: 5 })
})
it('draws neither path once the target is reached, and nothing without doses', () => {
  const reached = burnUp({ ...campaign, targetReachedOn: '2021-10-09' })
  expect(reached.points.every((p) => p.projected === null && p.needed === null)).toBe(true)
  expect(burnUp({ ...campaign, days: {} }).points).toEqual([])
})
