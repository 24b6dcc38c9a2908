import { expect, it } from 'vitest'
import { VIETNAMESE } from '../i18n/language.js'
import { cellName, restatedExport } from './restated-export.js'

const change = { change: 2, added: 2, removed: 0, records: 2 }
const cellOf = (series: string) => ({
  day: '2022-03-21',
  unit: '01',
  product: 'astrazeneca',
  doseNo: 3,
  series,
  change: 2,
  reasons: [{ ...change, reason: 'late-entry' as const, batchCount: 0, batches: [] }],
})
const cells = ['primary', 'additional', 'booster'].map(cellOf)

it('tells cells apart that differ only in the series of the dose, on the page and in files', () => {
  expect(cells.map((cell) => cellName(cell, VIETNAMESE))).toEqual([
    '21/03/2022 · Hà Nội · AstraZeneca, mũi 3',
    '21/03/2022 · Hà Nội · AstraZeneca, mũi 3 (bổ sung)',
    '21/03/2022 · Hà Nội · AstraZeneca, mũi 3 (nhắc lại)',
  ])
  const totals = { ...change, cells: 3, cellsChanged: 3, byReason: {} as never }
  const between = { from: '2022-03-21T11:30:00.000Z', to: '2022-03-22T11:30:00.000Z' }
  const { columns, rows } = restatedExport(
    { ...between, closedDay: '2022-03-21', totals, cells, nextOffset: null },
    VIETNAMESE,
  )
  const series = columns.find(({ id }) => id === 'series')
  expect(rows.map((row) => series?.of(row))).toEqual(['cơ bản', 'bổ sung', 'nhắc lại'])
})
