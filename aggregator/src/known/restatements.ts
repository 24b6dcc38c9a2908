import { dayOf, groupBy } from '@mcc/contract'
import {
  RESTATEMENT_REASONS,
  restatedBatches,
  type RestatedBatch,
  type RestatedCell,
  restatedCells,
  type Warehouse,
} from '@mcc/warehouse'

type Reason = RestatedCell['reason']

/** Batches named per cell and reason; their number is always complete. */
const BATCHES_NAMED = 20

export interface RestatementsAsked {
  /** The two moments of knowing, epoch ms, both settled. */
  from: number
  to: number
  /** Empty = all. */
  unit: string
  product: string
  offset: number
  limit: number
}

export interface Change {
  change: number
  added: number
  removed: number
  records: number
}
const NOTHING: Change = { change: 0, added: 0, removed: 0, records: 0 }
const plus = (a: Change, b: Change): Change => ({
  change: a.change + b.change,
  added: a.added + b.added,
  removed: a.removed + b.removed,
  records: a.records + b.records,
})
const sum = (parts: readonly Change[]): Change => parts.reduce(plus, NOTHING)

function totalsOf(lines: readonly RestatedCell[], cells: readonly RestatedCell[][]) {
  const byReason = RESTATEMENT_REASONS.map(
    (r) => [r, sum(lines.filter(({ reason }) => reason === r))] as const,
  )
  return {
    ...sum(lines),
    cells: cells.length,
    cellsChanged: cells.filter((c) => sum(c).change !== 0).length,
    byReason: Object.fromEntries(byReason) as Record<Reason, Change>,
  }
}

const keyOf = ({ cell, reason }: { cell: string; reason: Reason }): string => `${cell} ${reason}`

function cellOf(lines: readonly RestatedCell[], batches: ReadonlyMap<string, RestatedBatch[]>) {
  const { day, unit, product, doseNo, series } = lines[0]!
  const reasons = lines.map((line) => {
    const { reason, change, added, removed, records } = line
    const named = (batches.get(keyOf(line)) ?? []).map(({ cell: _cell, reason: _reason, ...b }) => b)
    return { reason, change, added, removed, records, batchCount: line.batches, batches: named }
  })
  return { day, unit, product, doseNo, series, change: sum(lines).change, reasons }
}

/**
 * What changed in the cells (day, unit, product, dose number, series) of days up to that of `from` between two moments of
 * knowing, by how much and why, newest day first. Totals are of all cells, whatever the page. Rejects with `QueryError`.
 */
export async function restatements(w: Warehouse, asked: RestatementsAsked) {
  const { offset, limit, ...rest } = asked
  const span = { ...rest, day: dayOf(asked.from) }
  const lines = await restatedCells(w, span)
  const cells = [...groupBy(lines, (l) => l.cell).values()]
  const page = cells.slice(offset, offset + limit)
  const names = page.map((c) => c[0]!.cell)
  const batches =
    names.length === 0 ? [] : await restatedBatches(w, { ...span, cells: names, most: BATCHES_NAMED })
  const byCell = groupBy(batches, keyOf)
  return {
    closedDay: span.day,
    totals: totalsOf(lines, cells),
    cells: page.map((c) => cellOf(c, byCell)),
    nextOffset: offset + limit < cells.length ? offset + limit : null,
  }
}
