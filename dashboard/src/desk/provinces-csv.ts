import { exerciseLabel, isNumber, type ExerciseMark, type Figure } from '@mcc/contract'
import type { Messages } from '../i18n/vi.js'
import { COLUMNS, type ProvinceRow } from './province-row.js'

const BOM = '\ufeff'
const DECIMALS = 1e4

/** A cell that no spreadsheet takes for a formula. Negative numbers are machine numbers, not text. */
export function cell(value: string | number): string {
  if (typeof value === 'number') return String(Math.round(value * DECIMALS) / DECIMALS)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Each column's way of having no number: `doses=stale@2021-11-24T09:03:00Z(=12)`; empty when all are numbers. */
function statusOf(figures: Record<string, Figure>): string {
  return Object.entries(figures)
    .flatMap(([column, figure]) => {
      if (isNumber(figure)) return []
      if (figure.no === 'stale') return [`${column}=stale@${figure.at}(${figure.last})`]
      return [figure.no === 'suppressed' ? `${column}=suppressed<${figure.below}` : `${column}=${figure.no}`]
    })
    .join(' ')
}

/**
 * The provinces table as CSV: UTF-8 with BOM, CRLF, machine numbers; a figure without a number is an empty cell
 * explained in the status column. An exercise says so in every row.
 */
export function provincesCsv(
  rows: readonly ProvinceRow[],
  asOf: string,
  exercise: ExerciseMark | undefined,
  m: Messages,
): string {
  const head = [m.csv.unitCode, m.csv.unitName, ...COLUMNS, m.csv.status, m.csv.asOf]
  const mark = exercise ? [exerciseLabel(exercise)] : []
  const lines = rows.map((row) => [
    row.code,
    row.name,
    ...COLUMNS.map((column) => {
      const figure = row.figures[column]
      return isNumber(figure) ? figure : ''
    }),
    statusOf(row.figures),
    asOf,
    ...mark,
  ])
  const all = [[...head, ...(exercise ? [m.csv.exercise] : [])], ...lines]
  return BOM + all.map((line) => line.map(cell).join(',')).join('\r\n') + '\r\n'
}

/** `DIEN-TAP-1-100_tinh-thanh_2021-11-24T0900Z.csv`: the exercise first, so that nobody misses it in a folder. */
export function csvFileName(asOf: string, exercise: ExerciseMark | undefined, m: Messages): string {
  const mark = exercise ? `${m.csv.exercisePrefix}-1-${Math.round(1 / exercise.scale)}_` : ''
  return `${mark}${m.csv.file}_${asOf.slice(0, 16).replace(':', '')}Z.csv`
}
