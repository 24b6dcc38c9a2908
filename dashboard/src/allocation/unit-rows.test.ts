import { UNIT_CODES, type AllocationState } from '@mcc/contract'
import { expect, it } from 'vitest'
import { contradictions, unitRows } from './unit-rows.js'

const none = { no: 'not-reported' } as const
const units = Object.fromEntries(
  UNIT_CODES.map((code) => [code, { allocated: none, received: none, given: 0, utilisation: none }]),
) as AllocationState['units']
units['48'] = { allocated: 100, received: 90, given: 95, utilisation: 105.6 }
units['01'] = { allocated: 100, received: 120, given: 60, utilisation: 50 }
units['00'] = { allocated: 900, received: 900, given: 900, utilisation: 100 }

it('finds a unit typed without marks', () => {
  expect(unitRows(units, 'vi', 'da nang', 'unit', false).map((r) => r.code)).toEqual(['48'])
})

it('keeps units without a number below, and those that are no province last, both ways', () => {
  const down = unitRows(units, 'vi', '', 'utilisation', true).map((r) => r.code)
  const up = unitRows(units, 'vi', '', 'utilisation', false).map((r) => r.code)
  expect(down.slice(0, 2)).toEqual(['48', '01'])
  expect(up.slice(0, 2)).toEqual(['01', '48'])
  for (const order of [down, up]) expect(new Set(order.slice(-2))).toEqual(new Set(['00', 'ZZ']))
  expect(down).toHaveLength(UNIT_CODES.length)
})

it('names a contradiction only where both sides are numbers', () => {
  expect(contradictions(units['48'])).toEqual([{ kind: 'overGiven', more: 95, less: 90 }])
  expect(contradictions(units['01'])).toEqual([{ kind: 'overReceived', more: 120, less: 100 }])
  expect(contradictions({ allocated: none, received: none, given: 5 })).toEqual([])
})
