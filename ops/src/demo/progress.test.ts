import { expect, it } from 'vitest'
import { progressIn, progressLine } from './progress.js'

const line = (day: string, sent: number, daysLeft: number, rejected = 0) =>
  JSON.stringify({ day, sent, rejected, dosesTotal: 1, daysLeft, etaSeconds: null })

it('reads the reports among the lines of the replay', () => {
  expect(progressIn('the gateway cannot take more', 0)).toBeUndefined()
  expect(progressIn('{"day": 1', 0)).toBeUndefined()
  expect(progressIn(line('2021-03-08', 5, 9), 42)).toMatchObject({ day: '2021-03-08', sent: 5, at: 42 })
})

it('shows day, share, pace and time left, also when resumed in the middle', () => {
  const first = progressIn(line('2021-03-12', 100, 5), 1_000)!
  const before = progressIn(line('2021-03-13', 1_000, 4), 2_000)!
  const now = progressIn(line('2021-03-14', 3_000, 3, 2), 4_000)!
  expect(progressLine(now, before, first, '2021-03-08')).toBe(
    'Ngày · day 2021-03-14 · 70 % · 1,000 bản ghi · records/s · còn · left 0:04 · 2 bị từ chối · refused',
  )
})
