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

it('only the administrator administers', () => {
  expect(ROLES.filter((r) => allows(caller(r), 'administration'))).toEqual(['administrator'])
})
