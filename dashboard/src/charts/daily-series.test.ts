import { expect, it } from 'vitest'
import { axisTop, dailySeries } from './daily-series.js'

it('fills days without doses and keeps the running day out of the mean', () => {
  const points = dailySeries({ '2021-03-08': 7, '2021-03-10': 14, '2021-03-15': 3 }, '2021-03-15')
  expect(points.map((p) => p.doses)).toEqual([7, 0, 14, 0, 0, 0, 0, 3])
  expect(points.map((p) => p.mean7)).toEqual([null, null, null, null, null, null, 3, null])
  expect(points.at(-1)).toMatchObject({ day: '2021-03-15', running: true, total: 24 })
})
it('is empty without a dose', () => {
  expect(dailySeries({}, '2021-03-15')).toEqual([])
})
it('ends an axis on a round number', () => {
  expect([0, 1, 7, 120, 2_091_069].map(axisTop)).toEqual([1, 1, 8, 150, 2_500_000])
})
