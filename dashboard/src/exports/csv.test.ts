import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { vi } from '../i18n/vi.js'
import { cell, csvOf } from './csv.js'
import { exportFileName } from './file-name.js'
import type { ExportCell, ExportTable } from './table.js'

type Row = readonly [string, ExportCell]
const table = (rows: readonly Row[]): ExportTable<Row> => ({
  title: 'Tỉnh',
  file: 'tinh-thanh',
  columns: [
    { id: 'don_vi', name: 'Đơn vị', kind: 'text', of: ([name]) => name },
    { id: 'doses', name: 'Mũi', kind: 'figure', of: ([, doses]) => doses },
  ],
  rows,
  filters: [],
})
const LIVE = { asOf: '2021-11-24T09:00:00.000Z', exercise: undefined, past: undefined }
const rowsOf = (text: string): string[][] => parse(text, { bom: true })

it('is UTF-8 with BOM, CRLF and machine numbers, and says why a number is missing', () => {
  const text = csvOf(
    table([
      ['Hà Nội', -1_032_886],
      ['Đà Nẵng', { no: 'not-reported' }],
      ['Huế', { no: 'stale', last: 12, at: '2021-11-24T02:03:00Z' }],
      ['Vinh', { no: 'suppressed', below: 10 }],
      ['Sơn La', 0],
    ]),
    LIVE,
    vi,
  )
  expect(text.startsWith('\ufeffdon_vi,doses,doses_tinh_trang,so_lieu_luc\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  expect(
    rowsOf(text)
      .slice(1)
      .map((line) => line.slice(1, 3)),
  ).toEqual([
    ['-1032886', ''],
    ['', 'not-reported'],
    ['', 'stale@2021-11-24T02:03:00Z(12)'],
    ['', 'suppressed<10'],
    ['0', ''],
  ])
})

it('lets no spreadsheet take a text for a formula', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
    expect(cell(`${start}1`)).toBe(`"'${start}1"`)
  expect(cell(-5)).toBe('-5')
})

it('reads back as what was written, whatever the texts and numbers', () => {
  const unsafe = /^[=+\-@\t\r＝＋－＠]/
  const name = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.integer()), { minLength: 1 }), (rows) => {
      const read = rowsOf(csvOf(table(rows), LIVE, vi)).slice(1)
      expect(read.map(([text, doses]) => [text, Number(doses)])).toEqual(
        rows.map(([text, doses]) => [unsafe.test(text) ? `'${text}` : text, doses]),
      )
    }),
  )
})

it('marks an exercise and a past moment in the name and in every row', () => {
  const stand = { ...LIVE, exercise: { scale: 0.01 }, past: '2021-11-20T00:00:00Z' }
  expect(exportFileName('tinh-thanh', 'csv', stand, vi)).toBe(
    'DIEN-TAP-1-100_QUA-KHU_tinh-thanh_2021-11-20T0000Z.csv',
  )
  expect(exportFileName('tinh-thanh', 'csv', LIVE, vi)).toBe('tinh-thanh_2021-11-24T0900Z.csv')
  for (const line of rowsOf(
    csvOf(
      table([
        ['a', 1],
        ['b', 2],
      ]),
      stand,
      vi,
    ),
  ).slice(1))
    expect(line.slice(-2)).toEqual(['DIỄN TẬP 1:100', '2021-11-20T00:00:00Z'])
})
