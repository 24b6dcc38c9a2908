import { INDICATORS } from '@mcc/contract'
import type { ExportColumn, ExportTable } from '../exports/table.js'
import type { Speech } from '../i18n/language.js'
import { COLUMNS, PERCENT_COLUMNS, type Column, type ProvinceRow } from './province-row.js'

const PEOPLE_OF: Partial<Record<Column, 'people' | 'cases' | 'dosesPerDay'>> = {
  aefi: 'cases',
  pace7: 'dosesPerDay',
}
const definitions: Readonly<Record<string, { definition: { vi: string; en: string } }>> = INDICATORS

/** The provinces as the table shows them; `typed` is what was searched for. */
export function provincesExport(
  rows: readonly ProvinceRow[],
  typed: string,
  { m, language }: Speech,
): ExportTable<ProvinceRow> {
  const figure = (column: Column): ExportColumn<ProvinceRow> => ({
    id: column,
    name: m.table[column],
    kind: 'figure',
    unit: PERCENT_COLUMNS.has(column) ? '%' : m.units[PEOPLE_OF[column] ?? 'doses'],
    definition: definitions[column]?.definition[language] ?? '',
    of: (row) => row.figures[column],
  })
  return {
    title: m.table.title,
    file: m.exports.files.provinces,
    columns: [
      { id: m.exports.unitCode, name: m.exports.code, kind: 'text', of: (row) => row.code },
      { id: m.exports.unitId, name: m.table.unit, kind: 'text', of: (row) => row.name },
      ...COLUMNS.map(figure),
    ],
    rows,
    filters: typed === '' ? [] : [[m.table.search, typed]],
  }
}
