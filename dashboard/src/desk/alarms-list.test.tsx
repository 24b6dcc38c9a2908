// @vitest-environment happy-dom
import type { Alarm, Caller, UnitCode } from '@mcc/contract'
import { expect, it } from 'vitest'
import { blankPage } from '../testing/blank-page.js'
import { AlarmLine } from './alarms-list.js'

const { host, render } = blankPage()

const of = (unit: UnitCode | null): Alarm => ({
  id: 'a',
  rule: unit === null ? 'pipeline-stalled' : 'province-silent',
  severity: 'high',
  unit,
  facts: {},
  since: '2021-10-01T00:00:00Z',
  active: true,
  ackedBy: null,
  ackedAt: null,
})

/** Does the line offer to acknowledge? */
function offers(alarm: Alarm, caller: Caller): boolean {
  render(<AlarmLine alarm={alarm} caller={caller} />)
  return host.querySelector('button') !== null
}

it('offers to acknowledge only to those in whose scope the alarm is', () => {
  const director: Caller = { name: 'd', role: 'director', province: '01' }
  const committee: Caller = { name: 'c', role: 'committee' }
  const officer: Caller = { name: 'o', role: 'allocation-officer' }
  const offered = (caller: Caller) => (['01', '79', null] as const).map((unit) => offers(of(unit), caller))
  expect(offered(director)).toEqual([true, false, false])
  expect(offered(committee)).toEqual([true, true, true])
  expect(offered(officer)).toEqual([false, false, false])
})
