import { exerciseLabel } from '@mcc/contract'
import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/universal'
import type { Speech } from '../i18n/language.js'
import { columnsOf, type ExportStand, type ExportTable } from './table.js'

const VIET_NAM_OFFSET_MS = 7 * 3_600_000
const head = (value: string): Cell => ({
  value,
  type: String,
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'top',
})
const text = (value: string): Cell => ({ value, type: String, wrap: true, alignVertical: 'top' })

/** Spreadsheets know no zones: the wall-clock time of Viet Nam is written. */
function instantCell(instant: string): Cell {
  return { value: new Date(Date.parse(instant) + VIET_NAM_OFFSET_MS), type: Date, format: 'dd/mm/yyyy hh:mm' }
}

function cellOf(kind: 'text' | 'day' | 'instant' | 'number', value: string | number | null): Cell {
  if (value === null || value === '') return null
  if (typeof value === 'number')
    return { value, type: Number, format: Number.isInteger(value) ? '#,##0' : '#,##0.0' }
  if (kind === 'day') return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' }
  return kind === 'instant' ? instantCell(value) : { value, type: String }
}

function aboutSheet<Row>(table: ExportTable<Row>, stand: ExportStand, { m, f }: Speech): SheetData {
  const { asOf, exercise, past } = stand
  const e = m.exports
  const filters = table.filters.map(([name, value]) => `${name}: ${value}`).join('; ')
  return [
    [head(table.title)],
    ...(table.note === undefined ? [] : [[head(e.note), text(table.note)]]),
    ...(exercise ? [[head(e.exercise), head(exerciseLabel(exercise))]] : []),
    ...(past === undefined ? [] : [[head(e.past), head(e.pastMark(f.moment(past)))]]),
    [head(e.asOf), instantCell(asOf)],
    [head(e.zone), text(e.zoneName)],
    [head(e.filters), text(filters === '' ? e.noFilters : filters)],
    [head(e.rowCount), { value: table.rows.length, type: Number, format: '#,##0' }],
    [],
    [head(e.column), head(e.unit), head(e.meaning)],
    ...table.columns.map(({ name, unit = '', definition = '' }) => [
      text(name),
      text(unit),
      text(definition),
    ]),
    ...(table.columns.some(({ kind }) => kind === 'figure')
      ? [[text(e.statusName('…')), text(''), text(e.statusMeaning)]]
      : []),
    [],
    [text(e.source)],
  ]
}

/** A table as an Excel workbook: what it is, as of when and how filtered on the first sheet, typed rows on the second. */
export function xlsxOf<Row>(table: ExportTable<Row>, stand: ExportStand, speech: Speech): Promise<Blob> {
  const columns = columnsOf(table, stand, speech.m)
  const e = speech.m.exports
  return writeXlsxFile([
    {
      sheet: e.sheetAbout,
      data: aboutSheet(table, stand, speech),
      columns: [{ width: 34 }, { width: 24 }, { width: 90 }],
    },
    {
      sheet: e.sheetRows,
      data: [
        columns.map(({ name }) => head(name)),
        ...table.rows.map((row) => columns.map(({ kind, of }) => cellOf(kind, of(row)))),
      ],
      columns: columns.map(({ name }) => ({ width: Math.min(40, Math.max(12, name.length + 2)) })),
      stickyRowsCount: 1,
    },
  ]).toBlob()
}
