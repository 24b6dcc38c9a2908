import { expect, it } from 'vitest'
import type { HeldLine, HeldPage } from '../rest/quarantine.js'
import { bulkOf } from './use-quarantine.js'

const line = (receivedAt: string) => ({ receivedAt }) as HeldLine
const page: HeldPage = {
  lines: [line('2021-11-24T02:03:04.500Z'), line('2021-11-24T02:03:04.100Z')],
  reasons: [
    { code: 'unknown_facility', status: 'open', records: 12 },
    { code: 'unknown_facility', status: 'released', records: 5 },
    { code: 'not_json', status: 'open', records: 1 },
  ],
}
const list = {
  filter: { code: 'unknown_facility' },
  status: 'open',
  offset: 0,
  read: { behind: false },
} as const

it('settles the open ones of the filter up to the newest that was seen', () => {
  expect(bulkOf(list, page)).toEqual({
    records: 12,
    filter: { code: 'unknown_facility', to: '2021-11-24T02:03:04.501Z' },
  })
})
it('offers nothing while the list that stands there is of another filter', () => {
  expect(bulkOf({ ...list, read: { behind: true } }, page)).toBeUndefined()
})
it('offers nothing on later pages, of settled records, and where there is none', () => {
  expect(bulkOf({ ...list, offset: 50 }, page)).toBeUndefined()
  expect(bulkOf({ ...list, status: 'all' }, page)).toBeUndefined()
  expect(bulkOf(list, { ...page, lines: [] })).toBeUndefined()
})
