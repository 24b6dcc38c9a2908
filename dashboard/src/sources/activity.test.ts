import { expect, it } from 'vitest'
import { hourly } from './activity.js'

const hour = (from: string, received: number) => ({
  source: 'hue',
  from,
  to: '',
  received,
  stored: received,
  duplicate: 0,
  superseded: 0,
  quarantined: 0,
  inFlight: 0,
  unexplained: 0,
})

it('fills the last 24 hours, the running one last; what lies outside is left out', () => {
  const counts = hourly(
    [
      hour('2021-09-05T11:00:00.000Z', 5),
      hour('2021-09-05T12:00:00.000Z', 7),
      hour('2021-09-04T13:00:00.000Z', 3),
      hour('2021-09-04T12:00:00.000Z', 99),
      hour('2021-09-05T13:00:00.000Z', 99),
    ],
    '2021-09-05T12:40:00.000Z',
  )
  expect(counts).toHaveLength(24)
  expect([counts[0], counts[22], counts[23]]).toEqual([3, 5, 7])
  expect(counts.reduce((a, b) => a + b)).toBe(15)
})
