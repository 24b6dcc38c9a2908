import { expect, it } from 'vitest'
import { deathsInARow, restartDelay } from './back-off.js'

it('starts again at once after a steady life, and ever later in a death loop, up to ten seconds', () => {
  expect(restartDelay(1, 3_600_000)).toBeLessThan(1_000)
  expect(restartDelay(1, 10)).toBeLessThan(1_000)
  const loop = [1, 2, 3, 4, 5, 6, 7, 8, 20].map((row) => restartDelay(row, 10))
  expect(loop).toEqual(loop.toSorted((a, b) => a - b))
  expect(loop.at(-1)).toBe(10_000)
})

it('counts only the deaths of the last minute', () => {
  expect(deathsInARow([0, 50_000, 100_000], 100_500)).toBe(2)
})
