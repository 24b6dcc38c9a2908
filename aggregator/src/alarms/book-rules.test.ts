import { expect, it } from 'vitest'
import { differingManifests, healed, unexplained } from './book-rules.js'

const HOUR = Date.UTC(2021, 9, 19, 2)
const hour = (source: string, n: number, missing: number) => ({
  source,
  hour: HOUR + n * 3_600_000,
  received: 10,
  stored: 10 - missing,
  duplicate: 0,
  superseded: 0,
  quarantined: 0,
  inFlight: 0,
  unexplained: missing,
})

it('names source and window of what no account explains', () => {
  expect(unexplained([hour('a', 0, 0), hour('b', 1, 3), hour('b', 2, -1)])).toMatchObject([
    {
      id: 'accounting-unexplained:b',
      severity: 'critical',
      facts: { source: 'b', window: '2021-10-19 10:00 – 2021-10-19 12:00', records: 4 },
    },
  ])
})

it('judges a manifest after a minute, by any difference', () => {
  const m = { source: 'a', type: 'dose', from: HOUR, to: HOUR + 60_000, records: 9, received: 8 }
  const posted = { ...m, postedAt: 0, difference: -1 }
  expect(differingManifests([posted], 59_999)).toEqual([])
  expect(differingManifests([posted], 60_000)).toMatchObject([
    { rule: 'manifest-differs', facts: { source: 'a', sent: 9, received: 8 }, level: 1 },
  ])
  expect(differingManifests([{ ...posted, received: 9, difference: 0 }], 60_000)).toEqual([])
})

it('asks why a roll-up had to be healed, once per roll-up', () => {
  const found = [
    { subject: 'dose_day', differing: 2 },
    { subject: 'dose_day', differing: 1 },
  ]
  expect(healed(found)).toMatchObject([
    { id: 'rollup-differs:dose_day', facts: { difference: 'dose_day: 3' }, level: 2 },
  ])
})
