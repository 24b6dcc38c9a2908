import { definitionOf, placeColumns } from '../exports/columns.js'
import type { ExportColumn, ExportTable } from '../exports/table.js'
import type { Speech } from '../i18n/language.js'
import { COLUMNS, PERCENT_COLUMNS, type Column, type ProvinceRow } from './province-row.js'

const PEOPLE_OF: Partial<Record<Column, 'people' | 'cases' | 'dosesPerDay'>> = {
  aefi: 'cases',
  pace7: 'dosesPerDay',
}

/** The provinces as the table shows them; `typed` is what was searched for. */
export function provincesExport(
  rows: readonly ProvinceRow[],
  typed: string,
  speech: Speech,
): ExportTable<ProvinceRow> {
  const { m, language } = speech
  const figure = (column: Column): ExportColumn<ProvinceRow> => ({
    id: column,
    name: m.table[column],
    kind: 'figure',
    unit: PERCENT_COLUMNS.has(column) ? '%' : m.units[PEOPLE_OF[column] ?? 'doses'],
    definition: definitionOf(column, language),
    of: (row) => row.figures[column],
  })
  return {
    title: m.table.title,
    file: m.exports.files.provinces,
    columns: [
      ...placeColumns<ProvinceRow>(
        (row) => row.code,
        m.table.unit,
        (row) => row.name,
        speech,
      ),
      ...COLUMNS.map(figure),
    ],
    rows,
    filters: typed === '' ? [] : [[m.table.search, typed]],
  }
}
