import type { NationState, ProvinceCode } from '@mcc/contract'
import { placeColumns } from '../exports/columns.js'
import type { ExportColumn, ExportTable } from '../exports/table.js'
import type { Speech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'

interface Row {
  code: ProvinceCode
  unit: NationState['units'][ProvinceCode]
}

/** What provinces reported in their newest bulletins: all that did, in the order given. */
export function bulletinExport(
  { units }: Pick<NationState, 'units'>,
  codes: readonly ProvinceCode[],
  title: string,
  speech: Speech,
): ExportTable<Row> {
  const { m, language } = speech
  const figure = (
    id: 'reported' | 'reportedReceived' | 'reportedUtilisation',
    name: string,
    unit: string,
  ): ExportColumn<Row> => ({
    id,
    name,
    kind: 'figure',
    unit,
    definition: m.exports.bulletin,
    of: (row) => row.unit[id] ?? { no: 'not-reported' },
  })
  return {
    title,
    file: m.exports.files.bulletin,
    columns: [
      ...placeColumns<Row>(
        (row) => row.code,
        m.table.unit,
        (row) => unitName(row.code, language),
        speech,
      ),
      { id: 'reportedDay', name: m.day, kind: 'day', of: (row) => row.unit.reportedDay },
      figure('reported', m.figures.reported, m.units.doses),
      figure('reportedReceived', m.figures.received, m.units.vials),
      figure('reportedUtilisation', m.table.utilisation, '%'),
    ],
    rows: codes.map((code) => ({ code, unit: units[code] })),
    filters: [],
  }
}
