import type { Figure, UnitCode } from '@mcc/contract'
import { expect, it } from 'vitest'
import { arrange, COLUMNS, type Column, type ProvinceRow } from './province-row.js'

const row = (code: UnitCode, name: string, doses: Figure): ProvinceRow => ({
  code,
  name,
  figures: Object.fromEntries(COLUMNS.map((c) => [c, doses])) as Record<Column, Figure>,
})
const ROWS = [
  row('01', 'Hà Nội', 10),
  row('48', 'Đà Nẵng', { no: 'not-reported' }),
  row('89', 'An Giang', { no: 'stale', last: 7, at: '2021-11-24T02:03:00Z' }),
  row('46', 'Thừa Thiên Huế', -3),
  row('66', 'Đắk Lắk', 0),
  row('00', 'Bộ, ngành', 99),
  row('ZZ', 'Chưa rõ tỉnh', { no: 'unknown', why: 'x' }),
]
const names = (rows: ProvinceRow[]) => rows.map((r) => r.name)

it('sorts names in Vietnamese order, with ministries and "not stated" below', () => {
  expect(names(arrange(ROWS, '', 'unit', false))).toEqual([
    'An Giang',
    'Đà Nẵng',
    'Đắk Lắk',
    'Hà Nội',
    'Thừa Thiên Huế',
    'Bộ, ngành',
    'Chưa rõ tỉnh',
  ])
})
it('sorts numbers both ways; a row without a number stays below, zero does not', () => {
  expect(names(arrange(ROWS, '', 'doses', true)).slice(0, 5)).toEqual([
    'Hà Nội',
    'An Giang',
    'Đắk Lắk',
    'Thừa Thiên Huế',
    'Đà Nẵng',
  ])
  expect(names(arrange(ROWS, '', 'doses', false)).slice(0, 5)).toEqual([
    'Thừa Thiên Huế',
    'Đắk Lắk',
    'An Giang',
    'Hà Nội',
    'Đà Nẵng',
  ])
})
it('searches without marks', () => {
  expect(names(arrange(ROWS, 'hue', 'doses', true))).toEqual(['Thừa Thiên Huế'])
  expect(arrange(ROWS, 'nowhere', 'doses', true)).toEqual([])
})
