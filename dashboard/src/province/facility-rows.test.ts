import { expect, it } from 'vitest'
import { facilityRows, type FacilityRow } from './facility-rows.js'

const row = (id: string, name: string, place: string, doses: number, today: number): FacilityRow => ({
  id,
  name,
  place,
  doses,
  today,
  district: '001',
  kind: 'hospital',
  lat: 21,
  lon: 105,
  open: true,
  capacity: 100,
})
const all = [
  row('a', 'Trạm y tế 10', 'Đống Đa', 5, 3),
  row('b', 'Trạm y tế 2', 'Ba Đình', 9, 1),
  row('c', 'Bệnh viện Bạch Mai', 'Đống Đa', 5, 0),
]
const ids = (q: string, sort: 'name' | 'doses' | 'today', descending = sort !== 'name') =>
  facilityRows(all, { q }, sort, descending).map((r) => r.id)

it('finds by name and by district without marks', () => {
  expect(ids('dong da', 'name')).toEqual(['c', 'a'])
  expect(ids('bach mai', 'name')).toEqual(['c'])
  expect(ids('huế', 'name')).toEqual([])
})
it('keeps one kind, and those open or closed', () => {
  const some = [...all, { ...row('d', 'Trạm y tế 3', 'Đống Đa', 0, 0), kind: 'mobile' as const, open: false }]
  const kept = (filter: Parameters<typeof facilityRows>[1]) =>
    facilityRows(some, filter, 'name', false).map((r) => r.id)
  expect(kept({ kind: 'mobile' })).toEqual(['d'])
  expect(kept({ state: 'closed' })).toEqual(['d'])
  expect(kept({ state: 'open', q: 'dong da' })).toEqual(['c', 'a'])
})
it('sorts names as people count, numbers by size, equal ones by name', () => {
  expect(ids('', 'name')).toEqual(['c', 'b', 'a'])
  expect(ids('', 'name', true)).toEqual(['a', 'b', 'c'])
  expect(ids('', 'doses')).toEqual(['b', 'c', 'a'])
  expect(ids('', 'doses', false)).toEqual(['c', 'a', 'b'])
  expect(ids(' ', 'today')).toEqual(['a', 'b', 'c'])
})
