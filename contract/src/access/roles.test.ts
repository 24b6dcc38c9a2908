import { expect, it } from 'vitest'
import { allows, type Caller, NEEDS, ROLES } from './roles.js'

const caller = (role: Caller['role'], province?: Caller['province']): Caller => ({
  name: 'x',
  role,
  province,
})

it('nobody sees more than the public without signing in', () => {
  expect(NEEDS.filter((n) => allows(undefined, n, '01'))).toEqual(['public'])
})

it('lines of a province are for its own director only, aggregates for all', () => {
  for (const need of ['aefi.lines', 'facility.lines'] as const) {
    expect(allows(caller('director', '01'), need, '01')).toBe(true)
    expect(allows(caller('director', '01'), need, '79')).toBe(false)
    // all of the nation at once is not his province
    expect(allows(caller('director', '01'), need, undefined)).toBe(false)
    expect(allows(caller('director'), need, '01')).toBe(false)
  }
  for (const role of ROLES.filter((r) => r !== 'wall'))
    expect(allows(caller(role, '01'), 'aggregates', '79')).toBe(true)
})

it('a wall shows states of topics and nothing else', () => {
  expect(NEEDS.filter((n) => allows(caller('wall'), n, '01'))).toEqual(['public', 'signed-in', 'topics'])
})

it('an analyst of the nation sees the lines of every province, one of a province only his', () => {
  expect(allows(caller('aefi-analyst'), 'aefi.lines', undefined)).toBe(true)
  expect(allows(caller('aefi-analyst', '79'), 'aefi.lines', undefined)).toBe(false)
  expect(allows(caller('aefi-analyst', '79'), 'aefi.lines', '79')).toBe(true)
  expect(allows(caller('aefi-analyst'), 'aefi.lines', "01' OR 1=1")).toBe(false)
})

it('an alarm is acknowledged by those in whose scope it is: one of the nation by no director', () => {
  const may = (who: Caller) =>
    (['01', '79', undefined] as const).map((u) => allows(who, 'alarms.acknowledge', u))
  expect(may(caller('director', '01'))).toEqual([true, false, false])
  expect(may(caller('director'))).toEqual([false, false, false])
  expect(may(caller('aefi-analyst', '79'))).toEqual([false, true, false])
  for (const role of ['committee', 'aefi-analyst', 'administrator'] as const)
    expect(may(caller(role))).toEqual([true, true, true])
})

it('only the administrator administers', () => {
  expect(ROLES.filter((r) => allows(caller(r), 'administration'))).toEqual(['administrator'])
})
