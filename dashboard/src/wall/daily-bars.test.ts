import { expect, it } from 'vitest'
import { dailySeries } from '../charts/daily-series.js'
import { dailyShape } from './daily-bars.js'

it('draws each day to the scale of the axis, the running one apart', () => {
  const days = { '2021-08-31': 50, '2021-09-01': 100, '2021-09-08': 150 }
  const { top, bars, mean, months } = dailyShape(dailySeries(days, '2021-09-08'))
  expect(top).toBe(150)
  expect(bars.map((b) => Math.round(b.height * top))).toEqual([50, 100, 0, 0, 0, 0, 0, 0, 150])
  expect(bars.every((b) => Math.abs(b.y + b.height - 1) < 1e-9)).toBe(true)
  expect(bars.map((b) => b.running)).toEqual([...Array<boolean>(8).fill(false), true])
  // the mean of the first seven days at the middle of the seventh, and of the next; none on the running day
  const at = (share: number) => 1 - share / top
  expect(mean).toBe(`6.5,${at(150 / 7)} 7.5,${at(100 / 7)}`)
  expect(months).toEqual([1])
})
it('names three months at most, the last one always', () => {
  const days = { '2021-03-08': 1, '2022-05-20': 1 }
  const points = dailySeries(days, '2022-05-20')
  const named = dailyShape(points).months.map((i) => points[i]!.day)
  expect(named).toEqual(['2021-07-01', '2021-12-01', '2022-05-01'])
})
it('is empty without a dose', () => {
  expect(dailyShape([])).toMatchObject({ bars: [], mean: '', months: [] })
})
