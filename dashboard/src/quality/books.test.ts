import { expect, it } from 'vitest'
import { booksBySource, findingsOf, spanStart, sumOf } from './books.js'

const hour = (source: string, at: number, received: number, unexplained = 0) => ({
  source,
  from: `2021-09-01T0${at}:00:00.000Z`,
  to: `2021-09-01T0${at + 1}:00:00.000Z`,
  received,
  stored: received - unexplained,
  duplicate: 0,
  superseded: 0,
  quarantined: 0,
  inFlight: 0,
  unexplained,
})
const manifest = (difference: number) => ({
  source: 'hue',
  type: 'dose',
  from: '',
  to: '',
  postedAt: '',
  records: 10,
  received: 10 + difference,
  difference,
})

it('sums by source; what is amiss stands first, also where too many and too few cancel', () => {
  const hours = [hour('a', 1, 90), hour('b', 1, 5, 2), hour('b', 2, 5, -2), hour('c', 1, 50)]
  const books = booksBySource(hours)
  expect(books.map((b) => [b.source, b.received, b.unexplained])).toEqual([
    ['b', 10, 0],
    ['a', 90, 0],
    ['c', 50, 0],
  ])
  expect(books[0]!.hours.map((h) => h.from.slice(11, 13))).toEqual(['02', '01'])
  expect(sumOf(hours)).toMatchObject({ received: 150, stored: 150, unexplained: 0 })
})

it('names source and window, joining hours that follow one another', () => {
  const hours = [
    hour('b', 2, 5, 3),
    hour('b', 1, 5, 2),
    hour('b', 5, 5, 1),
    hour('b', 6, 5, -1),
    hour('a', 3, 5),
  ]
  const incidents = [
    { id: 'new', at: '2021-09-01T05:00:00.000Z', subject: 'dose_day', differing: 1 },
    { id: 'old', at: '2021-08-01T05:00:00.000Z', subject: 'dose_day', differing: 1 },
  ]
  const found = findingsOf(
    { hours, manifests: [manifest(0), manifest(-2)], incidents },
    '2021-09-01T00:00:00.000Z',
  )
  expect(found).toMatchObject([
    {
      kind: 'unexplained',
      source: 'b',
      records: 5,
      from: '2021-09-01T01:00:00.000Z',
      to: '2021-09-01T03:00:00.000Z',
    },
    { kind: 'unexplained', records: 1, from: '2021-09-01T05:00:00.000Z', to: '2021-09-01T06:00:00.000Z' },
    { kind: 'unexplained', records: -1 },
    { kind: 'manifest', manifest: { difference: -2 } },
    { kind: 'healed', incident: { id: 'new' } },
  ])
})

it('begins its window at a full hour, so that the address changes once an hour', () => {
  expect(spanStart('2021-09-02T08:41:12.345Z', '1d')).toBe('2021-09-01T08:00:00.000Z')
  expect(spanStart('2021-09-02T08:59:59.999Z', '1d')).toBe('2021-09-01T08:00:00.000Z')
})
