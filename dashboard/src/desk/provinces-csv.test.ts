import type { Figure } from '@mcc/contract'
import { expect, it } from 'vitest'
import { en } from '../i18n/en.js'
import { vi } from '../i18n/vi.js'
import { COLUMNS, type Column, type ProvinceRow } from './province-row.js'
import { cell, csvFileName, provincesCsv } from './provinces-csv.js'

const AS_OF = '2021-11-24T09:00:00.000Z'
const figures = (some: Partial<Record<Column, Figure>>) => ({
  ...(Object.fromEntries(COLUMNS.map((c) => [c, 1])) as Record<Column, Figure>),
  ...some,
})
const ROWS: ProvinceRow[] = [
  { code: '01', name: 'Hà Nội', figures: figures({ doses: -1_032_886, coverageOne: 100.4 }) },
  {
    code: '48',
    name: '=Đà "Nẵng", x',
    figures: figures({
      doses: { no: 'not-reported' },
      aefi: { no: 'suppressed', below: 10 },
      today: { no: 'stale', last: 12, at: '2021-11-24T02:03:00Z' },
    }),
  },
]

it('is UTF-8 with BOM, CRLF and machine numbers, in any language', () => {
  for (const m of [vi, en]) {
    const text = provincesCsv(ROWS, AS_OF, undefined, m)
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(text.split('\r\n')).toHaveLength(4)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    expect(text).toContain('\r\n01,Hà Nội,-1032886,1,100.4,1,')
  }
})
it('leaves a figure without a number empty and says why', () => {
  const line = provincesCsv(ROWS, AS_OF, undefined, vi).split('\r\n')[2]!
  expect(line).toContain(',,')
  expect(line).toContain('doses=not-reported today=stale@2021-11-24T02:03:00Z(12) aefi=suppressed<10')
})
it('lets no spreadsheet take a text for a formula', () => {
  expect(cell('=1+1')).toBe(`"'=1+1"`)
  expect(cell('@cmd')).toBe(`"'@cmd"`)
  expect(cell('a,"b"')).toBe('"a,""b"""')
  expect(cell(-5)).toBe('-5')
})
it('marks an exercise in the name and in every row', () => {
  const mark = { scale: 0.01 }
  expect(csvFileName(AS_OF, mark, vi)).toBe('DIEN-TAP-1-100_tinh-thanh_2021-11-24T0900Z.csv')
  expect(csvFileName(AS_OF, undefined, en)).toBe('provinces_2021-11-24T0900Z.csv')
  const lines = provincesCsv(ROWS, AS_OF, mark, vi).trimEnd().split('\r\n')
  for (const line of lines.slice(1)) expect(line).toMatch(/DIỄN TẬP 1:100$/)
})
