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
const ids = (typed: string, sort: 'name' | 'doses' | 'today') =>
  facilityRows(all, typed, sort).map((r) => r.id)

it('finds by name and by district without marks', () => {
  expect(ids('dong da', 'name')).toEqual(['c', 'a'])
  expect(ids('bach mai', 'name')).toEqual(['c'])
  expect(ids('huế', 'name')).toEqual([])
})
it('sorts names as people count, numbers from the largest, equal ones by name', () => {
  expect(ids('', 'name')).toEqual(['c', 'b', 'a'])
  expect(ids('', 'doses')).toEqual(['b', 'c', 'a'])
  expect(ids(' ', 'today')).toEqual(['a', 'b', 'c'])
})
