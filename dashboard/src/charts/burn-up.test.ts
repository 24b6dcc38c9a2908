import { addDays } from '@mcc/contract'
import { expect, it } from 'vitest'
import { burnUp, burnUpShape } from './burn-up.js'

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

const corners = (line: string) =>
  line
    .split(' ')
    .filter(Boolean)
    .map((corner) => corner.split(',').map(Number))

it('draws every day at its middle, to the scale of what is highest', () => {
  const { points } = burnUp(campaign)
  const { lines, areas, level, months } = burnUpShape(points, 200)
  const top = 200 * 1.06
  expect(level).toBeCloseTo(1 - 200 / top)
  const settled = corners(lines.settled)
  expect(settled).toHaveLength(7)
  expect(settled[6]).toEqual([6.5, expect.closeTo(1 - 70 / top)])
  expect(corners(lines.provisional)[0]).toEqual(settled[6])
  expect(corners(areas.settled)[0]).toEqual([0.5, 1])
  expect(corners(areas.settled).at(-1)).toEqual([6.5, 1])
  expect(corners(lines.needed).at(-1)).toEqual([29.5, expect.closeTo(level)])
  expect(months).toEqual([0])
})
it('names four months at most, and makes room for more than the target', () => {
  const long = burnUp({ ...campaign, targetDay: '2022-11-30' })
  const named = burnUpShape(long.points, 50).months.map((i) => long.points[i]!.day)
  expect(named).toEqual(['2021-10-01', '2022-02-01', '2022-06-01', '2022-10-01'])
  expect(burnUpShape(long.points, 50).level).toBeCloseTo(1 - 50 / 106)
  expect(burnUpShape([], 50)).toMatchObject({ areas: { settled: '' }, months: [] })
})
