import { expect, it } from 'vitest'
import { acknowledge, type Book, step } from './book.js'
import type { Condition } from './condition.js'

const condition = (level = 1, cases = level): Condition => ({
  id: 'a',
  rule: 'aefi-death',
  severity: 'critical',
  unit: '01',
  facts: { cases },
  level,
})
const empty: Book = new Map()
const look = (book: Book) => {
  const a = book.get('a')?.alarm
  return a && { active: a.active, acked: a.ackedBy, since: a.since, cases: a.facts['cases'] }
}

it('goes from unacknowledged over acknowledged to away', () => {
  const raised = step(empty, [condition()], 't1')
  expect(look(raised)).toEqual({ active: true, acked: null, since: 't1', cases: 1 })
  const acked = acknowledge(raised, 'a', 'lan', 't2')!
  expect(look(step(acked, [condition()], 't3'))).toEqual({
    active: true,
    acked: 'lan',
    since: 't1',
    cases: 1,
  })
  expect(step(acked, [], 't4').size).toBe(0)
})

it('stays, inactive, when it went away before anybody acknowledged it', () => {
  const gone = step(step(empty, [condition()], 't1'), [], 't2')
  expect(look(gone)).toMatchObject({ active: false, acked: null, since: 't1' })
  expect(acknowledge(gone, 'a', 'lan', 't3')!.size).toBe(0)
  expect(look(step(gone, [condition()], 't4'))).toMatchObject({ active: true, since: 't4' })
})

it('forgets a medium alarm with its cause', () => {
  const medium: Condition = { ...condition(), severity: 'medium' }
  expect(step(step(empty, [medium], 't1'), [], 't2').size).toBe(0)
})

it('asks again when it grows, not when it shrinks', () => {
  const acked = acknowledge(step(empty, [condition(2)], 't1'), 'a', 'lan', 't2')!
  expect(look(step(acked, [condition(1)], 't3'))).toMatchObject({ acked: 'lan', cases: 1 })
  expect(look(step(acked, [condition(3)], 't3'))).toMatchObject({ acked: null, cases: 3, since: 't1' })
})

it('knows no other alarms, and changes nothing in place', () => {
  expect(acknowledge(empty, 'a', 'lan', 't')).toBeUndefined()
  const raised = step(empty, [condition()], 't1')
  acknowledge(raised, 'a', 'lan', 't2')
  expect(look(raised)?.acked).toBeNull()
})
