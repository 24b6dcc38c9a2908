import { expect, it } from 'vitest'
import { doseLimits } from './dose-classes.js'

it('cuts in round equal steps that reach the largest number', () => {
  expect(doseLimits(132)).toEqual([20, 40, 60, 80, 100, 120])
  for (const most of [0, 1, 7, 8, 71, 999, 123_456]) {
    const [step = 0] = doseLimits(most)
    expect(step * 7).toBeGreaterThanOrEqual(most)
  }
})
