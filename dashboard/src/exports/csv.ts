import type { Messages } from '../i18n/vi.js'
import { columnsOf, type ExportStand, type ExportTable } from './table.js'

const BOM = '\ufeff'
const DECIMALS = 1e4
/** What a spreadsheet takes for the start of a formula, the full-width forms of Asian keyboards among them. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

/** A cell that no spreadsheet takes for a formula. Negative numbers are machine numbers, not text. */
export function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(Math.round(value * DECIMALS) / DECIMALS)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * A table as CSV: UTF-8 with BOM, CRLF, machine numbers, one line of names; a figure without a number is an empty
 * cell and the column behind it says why. The data time, an exercise and a past moment stand in every row.
 */
export function csvOf<Row>(table: ExportTable<Row>, stand: ExportStand, m: Messages): string {
  const columns = columnsOf(table, stand, m)
  const lines = [columns.map(({ id }) => id), ...table.rows.map((row) => columns.map(({ of }) => of(row)))]
  return BOM + lines.map((line) => line.map(cell).join(',')).join('\r\n') + '\r\n'
}
