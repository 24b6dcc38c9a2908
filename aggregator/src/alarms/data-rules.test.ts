import { addDays } from '@mcc/contract'
import { expect, it } from 'vitest'
import { nationState } from '../state/nation.js'
import { cell, factsOf, moved, serious } from '../testing/facts.js'
import { dataConditions } from './data-rules.js'

const today = '2021-10-20'
const moment = { watermark: 0, today }
const frame = { people: () => ({ all: 1, adults: 1 }), exercise: undefined }
const idsOf = (given: Parameters<typeof factsOf>[0]): string[] => {
  const facts = factsOf(given)
  return dataConditions(facts, nationState(facts, frame, moment), moment).map((c) => c.id)
}

it('raises a death for a week after it was notified, with no person in it', () => {
  const facts = factsOf({ recent: [serious('01', today, { died: true, cases: 2 })] })
  const [death] = dataConditions(facts, nationState(facts, frame, moment), moment)
  expect(death).toMatchObject({ rule: 'aefi-death', severity: 'critical', unit: '01', level: 2 })
  expect(Object.keys(death!.facts)).toEqual(['cases', 'day', 'product'])
  const died = { died: true }
  expect(idsOf({ recent: [serious('01', addDays(today, -6), died)] })).toHaveLength(1)
  expect(idsOf({ recent: [serious('01', addDays(today, -7), died)] })).toEqual([])
})

it('sees two serious cases of one lot in one province within 14 days as a cluster', () => {
  const first = serious('01', addDays(today, -13))
  expect(idsOf({ recent: [first, serious('01', today)] })).toEqual(['aefi-lot-cluster:01:pfizer:L1'])
  expect(idsOf({ recent: [serious('01', addDays(today, -14)), serious('01', today)] })).toEqual([])
  expect(idsOf({ recent: [first, serious('79', today)] })).toEqual([])
  expect(idsOf({ recent: [first, serious('01', today, { lot: 'L2' })] })).toEqual([])
})

it('misses a province that gave doses daily, after one whole day of silence', () => {
  const daily = (last: number, n = 7, doses = 9) =>
    Object.fromEntries(Array.from({ length: n }, (_, i) => [addDays(today, -last - i), doses]))
  expect(idsOf({ days: { '01': daily(2) } })).toEqual(['province-silent:01'])
  expect(idsOf({ days: { '01': daily(1) } })).toEqual([])
  expect(idsOf({ days: { '01': daily(2, 6) } })).toEqual([])
  expect(idsOf({ days: { '01': daily(2, 7, 5) } })).toEqual([])
  expect(idsOf({ days: { '01': daily(3, 7, 5) } })).toEqual(['province-silent:01'])
})

it('finds more doses given than arrived, only for products whose arrivals are recorded', () => {
  expect(idsOf({ doses: [cell('01', 5)] })).toEqual([])
  const received = moved('ZZ', 'receive', 9, { fromLevel: 'abroad', toLevel: 'national' })
  const movements = [received, moved('01', 'arrive', 4), moved('79', 'arrive', 5)]
  expect(idsOf({ doses: [cell('01', 5), cell('79', 5)], movements })).toEqual(['stock-negative:01:pfizer'])
})
