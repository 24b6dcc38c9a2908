import { expect, it } from 'vitest'
import { dataAge } from './data-age.js'

const asOf = '2021-11-24T11:30:00.000Z'
const now = Date.parse('2026-11-25T07:00:00.000Z')

it('is the time since the watermark on a real store', () => {
  const facts = { exercise: false, asOf: '2026-11-25T06:59:48.000Z', countedAt: null, now }
  expect(dataAge(facts)).toBe(12_000)
})
it('is the time since anything was counted in an exercise, also for who comes later', () => {
  expect(dataAge({ exercise: true, asOf, countedAt: '2026-11-25T04:00:00.000Z', now })).toBe(3 * 3_600_000)
  expect(dataAge({ exercise: true, asOf, countedAt: undefined, now })).toBeUndefined()
})
it('is not below zero when the clocks of two machines differ', () => {
  expect(dataAge({ exercise: false, asOf: '2026-11-25T07:00:00.400Z', countedAt: null, now })).toBe(0)
})
it('is how far the data has gone on since a past moment, in an exercise as well', () => {
  const past = { newest: '2021-11-26T11:30:00.000Z' }
  for (const exercise of [true, false])
    expect(dataAge({ exercise, asOf, countedAt: undefined, now: undefined, past })).toBe(48 * 3_600_000)
  expect(dataAge({ exercise: true, asOf, countedAt: asOf, now, past: { newest: undefined } })).toBeUndefined()
})
