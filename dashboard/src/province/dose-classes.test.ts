import { expect, it } from 'vitest'
import { doseLimits, unitOf } from './dose-classes.js'

it('cuts in round equal steps that reach the largest number', () => {
  expect(doseLimits(132)).toEqual([20, 40, 60, 80, 100, 120])
  for (const most of [0, 1, 7, 8, 71, 999, 123_456]) {
    const [step = 0] = doseLimits(most)
    expect(step * 7).toBeGreaterThanOrEqual(most)
  }
})
it('writes limits in the unit in which they are whole and short', () => {
  expect([9, 1_400, 70_000, 9_000_000].map((most) => unitOf(doseLimits(most)))).toEqual([
    { of: 1, name: 'doses' },
    { of: 1, name: 'doses' },
    { of: 1_000, name: 'thousand' },
    { of: 1_000_000, name: 'million' },
  ])
  const limits = doseLimits(700_000)
  expect(limits.map((limit) => limit / unitOf(limits).of)).toEqual([100, 200, 300, 400, 500, 600])
})
