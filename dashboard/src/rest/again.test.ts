import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { again, lineIsBack } from './again.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Milliseconds until the next try after so many that failed. */
async function waitAfter(tries: number): Promise<number> {
  const begun = Date.now()
  const ran = new Promise<number>((resolve) => void again(tries, () => resolve(Date.now() - begun)))
  await vi.advanceTimersByTimeAsync(60_000)
  return ran
}

it('waits longer with each failure, and half a minute at the most', async () => {
  const waits: number[] = []
  for (const tries of [0, 1, 2, 3, 4, 50]) waits.push(await waitAfter(tries))
  expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
})
it('runs once, at once, when the line is back', () => {
  let ran = 0
  again(9, () => (ran += 1))
  lineIsBack()
  expect(ran).toBe(1)
  lineIsBack()
  vi.advanceTimersByTime(60_000)
  expect(ran).toBe(1)
})
it('runs no more when it is given up', () => {
  let ran = 0
  again(0, () => (ran += 1))()
  lineIsBack()
  vi.advanceTimersByTime(60_000)
  expect(ran).toBe(0)
})
