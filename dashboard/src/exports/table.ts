import { exerciseLabel, isNumber, type ExerciseMark, type Figure } from '@mcc/contract'
import type { Messages } from '../i18n/vi.js'

/** A day is `YYYY-MM-DD`, an instant ISO 8601 in UTC; null and undefined are an empty cell without a reason. */
export type ExportCell = string | Figure | null | undefined

export interface ExportColumn<Row> {
  /** Name for machines. */
  id: string
  /** Name as the page shows it. */
  name: string
  /** `figure` may be without a number, so a status column follows it; `number` always has one. */
  kind: 'text' | 'day' | 'instant' | 'number' | 'figure'
  unit?: string
  definition?: string
  of: (row: Row) => ExportCell
}

/** Rows as a view shows them, ready to be saved. */
export interface ExportTable<Row> {
  title: string
  /** Middle of the file name, ASCII. */
  file: string
  columns: readonly ExportColumn<Row>[]
  rows: readonly Row[]
  /** What narrows the rows: name and value as the page says them. */
  filters: readonly (readonly [string, string])[]
  /** What whoever opens the file must know. */
  note?: string
}

/** What every saved file says about itself. */
export interface ExportStand {
  /** Data time of the figures, ISO 8601 in UTC. */
  asOf: string
  exercise: ExerciseMark | undefined
  /** The moment looked back at, ISO 8601 in UTC; undefined when live. */
  past: string | undefined
}

/** Why a figure has no number; empty when it has one. */
function statusOf(value: ExportCell): string {
  if (value === null || value === undefined || typeof value === 'string' || isNumber(value)) return ''
  if (value.no === 'stale') return `stale@${value.at}(${value.last})`
  if (value.no === 'suppressed') return `suppressed<${value.below}`
  return value.no === 'unknown' ? `unknown:${value.why}` : value.no
}

/** The number or text of a cell; null when it has none. */
function plainOf(value: ExportCell): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

interface PlainColumn<Row> {
  id: string
  name: string
  kind: Exclude<ExportColumn<Row>['kind'], 'figure'>
  of: (row: Row) => string | number | null
}

/** All columns a file carries: those of the table, a status behind each figure, and the marks of the whole. */
export function columnsOf<Row>(
  table: ExportTable<Row>,
  { asOf, exercise, past }: ExportStand,
  m: Messages,
): PlainColumn<Row>[] {
  const whole = (id: string, name: string, kind: 'text' | 'instant', value: string): PlainColumn<Row> => ({
    id,
    name,
    kind,
    of: () => value,
  })
  return [
    ...table.columns.flatMap(({ id, name, kind, of }): PlainColumn<Row>[] => {
      const own = {
        id,
        name,
        kind: kind === 'figure' ? 'number' : kind,
        of: (row: Row) => plainOf(of(row)),
      } as const
      if (kind !== 'figure') return [own]
      const status = (row: Row) => statusOf(of(row))
      return [
        own,
        { id: `${id}_${m.exports.status}`, name: m.exports.statusName(name), kind: 'text', of: status },
      ]
    }),
    whole(m.exports.asOfId, m.exports.asOf, 'instant', asOf),
    ...(exercise ? [whole(m.exports.exerciseId, m.exports.exercise, 'text', exerciseLabel(exercise))] : []),
    ...(past === undefined ? [] : [whole(m.exports.pastId, m.exports.past, 'instant', past)]),
  ]
}
