import type { ProvinceCode } from '@mcc/contract'
import { fileOfPlace } from '../exports/columns.js'
import type { ExportColumn, ExportTable } from '../exports/table.js'
import type { Speech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import type { FacilityFilter, FacilityRow } from './facility-rows.js'

function columnsOf({ m }: Speech): ExportColumn<FacilityRow>[] {
  const words = m.facilities
  const { units } = m
  return [
    { id: 'facility', name: m.exports.code, kind: 'text', of: (row) => row.id },
    { id: 'name', name: words.name, kind: 'text', of: (row) => row.name },
    { id: 'kind', name: words.kind, kind: 'text', of: (row) => words.kinds[row.kind] },
    { id: 'district_code', name: m.exports.unitCode, kind: 'text', of: (row) => row.district },
    { id: 'district', name: m.province.district, kind: 'text', of: (row) => row.place },
    { id: 'open', name: words.open, kind: 'text', of: (row) => (row.open ? words.isOpen : words.closed) },
    { id: 'capacity', name: words.capacity, kind: 'number', unit: units.doses, of: (row) => row.capacity },
    { id: 'doses', name: m.figures.doses, kind: 'number', unit: units.doses, of: (row) => row.doses },
    { id: 'today', name: m.figures.todayShort, kind: 'number', unit: units.doses, of: (row) => row.today },
    { id: 'lat', name: words.latitude, kind: 'number', unit: '°', of: (row) => row.lat },
    { id: 'lon', name: words.longitude, kind: 'number', unit: '°', of: (row) => row.lon },
  ]
}

/** The words of a filter, each with its name. */
function wordsOf({ q, kind, state }: FacilityFilter, { m }: Speech): (readonly [string, string])[] {
  const words = m.facilities
  const said: (readonly [string, string | undefined])[] = [
    [words.kind, kind && words.kinds[kind]],
    [words.state, state && (state === 'open' ? words.onlyOpen : words.onlyClosed)],
    [words.find, q],
  ]
  return said.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
}

/** All facilities that match, in the order of the table. */
export function facilitiesExport(
  rows: readonly FacilityRow[],
  filter: FacilityFilter,
  province: ProvinceCode,
  speech: Speech,
): ExportTable<FacilityRow> {
  const { m, language } = speech
  return {
    title: `${m.facilities.title}, ${unitName(province, language)}`,
    file: fileOfPlace(m.exports.files.facilities, province),
    columns: columnsOf(speech),
    rows,
    filters: wordsOf(filter, speech),
  }
}
