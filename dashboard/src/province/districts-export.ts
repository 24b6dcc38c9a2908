import type { ProvinceCode } from '@mcc/contract'
import { definitionOf, fileOfPlace, placeColumns } from '../exports/columns.js'
import type { ExportTable } from '../exports/table.js'
import type { Speech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import type { DistrictRow } from './district-rows.js'

/** The districts of a province as the table shows them. */
export function districtsExport(
  rows: readonly DistrictRow[],
  province: ProvinceCode,
  speech: Speech,
): ExportTable<DistrictRow> {
  const { m, language } = speech
  const unit = m.units.doses
  const definition = definitionOf('doses', language)
  return {
    title: `${m.province.districts}, ${unitName(province, language)}`,
    file: fileOfPlace(m.exports.files.districts, province),
    columns: [
      ...placeColumns<DistrictRow>(
        (row) => row.code,
        m.province.district,
        (row) => row.name ?? m.province.unknownDistrict,
        speech,
      ),
      { id: 'doses', name: m.figures.doses, kind: 'figure', unit, definition, of: (row) => row.doses },
      { id: 'today', name: m.figures.todayShort, kind: 'figure', unit, of: (row) => row.today },
      { id: 'facilities', name: m.province.facilities, kind: 'number', of: (row) => row.facilities },
    ],
    rows,
    filters: [],
  }
}
