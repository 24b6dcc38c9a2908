import { checkEvent } from '@mcc/contract'
import { expect, it } from 'vitest'
import type { PortalReading } from './reading.js'
import { revise } from './revise.js'

const NOW = Date.parse('2026-01-05T03:00:00Z')
const reading = (total: number | undefined): PortalReading => ({
  day: '2021-08-05',
  province: '01',
  name: 'Hà Nội',
  figures: total === undefined ? {} : { total },
})

it('the same content again is the very same event, whenever it is loaded', () => {
  const first = revise([reading(5)], {}, NOW, false)
  const again = revise([reading(5)], first.known, NOW + 1e9, false)
  expect(first.changed).toBe(1)
  expect(again.changed).toBe(0)
  expect(again.events).toEqual(first.events)
  expect(again.known).toEqual(first.known)
})

it('changed content is the next revision, back-changed content the one after', () => {
  let known = {}
  const revs = [5, 6, 6, 5, undefined, 0].map((total) => {
    const made = revise([reading(total)], known, NOW, false)
    known = made.known
    return made.events[0]?.rev
  })
  expect(revs).toEqual([1, 2, 2, 3, 4, 5])
})

it('passes the contract, of a past day at its end and of today at this moment', () => {
  const past = revise([reading(5)], {}, NOW, false).events[0]
  expect(past?.occurredAt).toBe('2021-08-05T23:59:59+07:00')
  const today = revise([{ ...reading(5), day: '2026-01-05' }], {}, NOW, true).events[0]
  expect(today?.occurredAt).toBe('2026-01-05T10:00:00+07:00')
  expect(checkEvent(past, { now: NOW, exercise: false, source: 'portal' }).ok).toBe(true)
  expect(checkEvent(today, { now: NOW, exercise: true, source: 'portal' }).ok).toBe(true)
})
