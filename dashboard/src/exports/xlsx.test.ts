import { readSheet } from 'read-excel-file/universal'
import { expect, it } from 'vitest'
import { VIETNAMESE } from '../i18n/language.js'
import type { ExportCell, ExportTable } from './table.js'
import { xlsxOf } from './xlsx.js'

type Row = readonly [string, string, ExportCell]
const ROWS: readonly Row[] = [
  ['Thừa Thiên Huế', '2021-11-24', 270_000_000],
  ['=1+1', '2021-11-23', { no: 'suppressed', below: 10 }],
  ['Sơn La', '2021-11-22', 0],
]
const TABLE: ExportTable<Row> = {
  title: 'Các tỉnh',
  file: 'tinh-thanh',
  columns: [
    { id: 'unit', name: 'Tỉnh', kind: 'text', of: ([name]) => name },
    { id: 'day', name: 'Ngày', kind: 'day', of: ([, day]) => day },
    {
      id: 'doses',
      name: 'Mũi',
      kind: 'figure',
      unit: 'mũi',
      definition: 'Tổng số mũi tiêm.',
      of: ([, , d]) => d,
    },
  ],
  rows: ROWS,
  filters: [['Tìm tỉnh', 'hue']],
}
const stand = { asOf: '2021-11-24T09:00:00.000Z', exercise: { scale: 0.002 }, past: undefined }

it('says what it is, as of when, how filtered and what each column means on its first sheet', async () => {
  const file = await xlsxOf(TABLE, stand, VIETNAMESE)
  const about = (await readSheet(file, 1)).map((line) => line.filter((value) => value !== null))
  expect(about).toContainEqual(['Diễn tập', 'DIỄN TẬP 1:500'])
  // Viet Nam's wall clock: a spreadsheet knows no zones
  expect(about).toContainEqual(['Số liệu lúc', new Date('2021-11-24T16:00:00Z')])
  expect(about).toContainEqual(['Đang lọc', 'Tìm tỉnh: hue'])
  expect(about).toContainEqual(['Số dòng', 3])
  expect(about).toContainEqual(['Mũi', 'mũi', 'Tổng số mũi tiêm.'])
})

it('carries the rows shown, typed, a missing number empty with its reason', async () => {
  const [head, ...rows] = await readSheet(await xlsxOf(TABLE, stand, VIETNAMESE), 2)
  expect(head?.slice(0, 4)).toEqual(['Tỉnh', 'Ngày', 'Mũi', 'Mũi: tình trạng'])
  expect(rows).toHaveLength(ROWS.length)
  expect(rows[0]?.slice(0, 4)).toEqual([
    'Thừa Thiên Huế',
    new Date('2021-11-24T00:00:00Z'),
    270_000_000,
    null,
  ])
  expect(rows[1]?.slice(0, 4)).toEqual(['=1+1', new Date('2021-11-23T00:00:00Z'), null, 'suppressed<10'])
  expect(rows[2]?.[2]).toBe(0)
  for (const row of rows) expect(row.at(-1)).toBe('DIỄN TẬP 1:500')
})
