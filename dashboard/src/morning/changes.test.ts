import type { AlarmsState, Figure, NationState } from '@mcc/contract'
import { PROVINCE_CODES } from '@mcc/contract'
import { expect, it } from 'vitest'
import { alarmsSince, rankMoves, ranksOf, restated } from './changes.js'

/** Provinces with the coverage given; all others have none. */
const units = (coverage: Record<string, Figure>): NationState['units'] =>
  Object.fromEntries(
    PROVINCE_CODES.map((code) => [code, { coverageOne: coverage[code] ?? { no: 'not-reported' } }]),
  ) as unknown as NationState['units']

it('ranks from the highest; equal ones share a rank, and no figure is no rank', () => {
  const ranks = ranksOf(units({ '01': 50, '48': 70, '79': 50, '56': 10 }))
  expect(Object.fromEntries(ranks)).toEqual({ '48': 1, '01': 2, '79': 2, '56': 4 })
})
it('names those that moved, the farthest first', () => {
  const then = units({ '01': 50, '48': 40, '79': 30, '56': 20, '31': 10 })
  const now = units({ '01': 50, '48': 40, '79': 42, '56': 60, '31': 10, '92': 5 })
  expect(rankMoves(then, now)).toEqual([
    { code: '56', from: 4, to: 1 },
    { code: '48', from: 2, to: 4 },
    { code: '01', from: 1, to: 2 },
  ])
  expect(rankMoves(then, then)).toEqual([])
})
it('finds days before that were restated, up, down, new and gone', () => {
  const then = { '2021-09-01': 100, '2021-09-02': 50, '2021-09-03': 7, '2021-09-06': 10 }
  const now = { '2021-08-31': 5, '2021-09-01': 90, '2021-09-02': 50, '2021-09-06': 400 }
  expect(restated(then, now, '2021-09-06')).toEqual({ days: 3, doses: 5 - 10 - 7 })
  expect(restated(then, then, '2021-09-06')).toEqual({ days: 0, doses: 0 })
})
it('counts alarms that began since, of one unit if asked', () => {
  const state = {
    alarms: {
      a: { id: 'a', unit: '48', since: '2021-09-06T00:00:00.000Z' },
      b: { id: 'b', unit: '48', since: '2021-09-06T08:00:00+07:00' },
      c: { id: 'c', unit: null, since: '2021-09-06T03:00:00.000Z' },
    },
  } as unknown as AlarmsState
  const ids = (unit?: string) => alarmsSince(state, '2021-09-06T00:00:00.000Z', unit).map((a) => a.id)
  expect(ids()).toEqual(['b', 'c'])
  expect(ids('48')).toEqual(['b'])
})
