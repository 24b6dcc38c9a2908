import type { AefiState } from '@mcc/contract'
import type { ExportTable } from '../exports/table.js'
import type { Speech } from '../i18n/language.js'

interface Row {
  day: string
  cases: number
  serious: number
}

/** Days with a notification, newest first, with all and with the serious cases. */
export const dayRows = (days: AefiState['days']): Row[] =>
  Object.entries(days)
    .toSorted(([a], [b]) => b.localeCompare(a))
    .map(([day, of]) => ({ day, ...of }))

/** Cases by day of notification, as in the table twin. */
export function daysExport(days: AefiState['days'], { m }: Speech): ExportTable<Row> {
  const unit = m.units.cases
  return {
    title: m.cases.daily,
    file: m.exports.files.aefiDays,
    columns: [
      { id: 'day', name: m.day, kind: 'day', of: (row) => row.day },
      { id: 'cases', name: m.aefi.cases, kind: 'number', unit, of: (row) => row.cases },
      { id: 'serious', name: m.aefi.serious, kind: 'number', unit, of: (row) => row.serious },
    ],
    rows: dayRows(days),
    filters: [],
  }
}
