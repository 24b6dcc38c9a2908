import {
  percent,
  PRODUCTS,
  type AllocationState,
  type DecisionSummary,
  type Figure,
  type ProductId,
} from '@mcc/contract'
import { definitionOf, placeColumns, productColumns } from '../exports/columns.js'
import type { ExportColumn, ExportTable } from '../exports/table.js'
import type { Speech } from '../i18n/language.js'
import { PARTS } from './totals.js'
import type { UnitRow } from './unit-rows.js'

type ProductRow = AllocationState['products'][ProductId] & { product: ProductId }

const supply = <Part extends (typeof PARTS)[number], Row extends Record<Part, Figure>>(
  parts: readonly Part[],
  { m }: Speech,
): ExportColumn<Row>[] =>
  parts.map((part) => ({
    id: part,
    name: m.allocation[part],
    kind: 'figure',
    unit: part === 'given' ? m.units.doses : m.units.vials,
    definition: m.exports.stock[part],
    of: (row) => row[part],
  }))
const use = <Row>(of: (row: Row) => Figure, { m, language }: Speech): ExportColumn<Row> => ({
  id: 'utilisation',
  name: m.desks.allocated.utilisation,
  kind: 'figure',
  unit: '%',
  definition: definitionOf('utilisation', language),
  of,
})

/** Allocated, received, given, left and use of each product. */
export function allocatedProducts(state: AllocationState, speech: Speech): ExportTable<ProductRow> {
  const { m } = speech
  return {
    title: `${m.desks.allocated.question}: ${m.desks.allocated.byProduct}`,
    file: m.exports.files.allocatedProducts,
    columns: [
      ...productColumns<ProductRow>(speech),
      ...supply<(typeof PARTS)[number], ProductRow>(PARTS, speech),
      use((row: ProductRow) => percent(row.given, row.received), speech),
    ],
    rows: PRODUCTS.map(({ id }) => ({ product: id, ...state.products[id] })),
    filters: [],
  }
}

/** The units as the table shows them; `typed` is what was searched for. */
export function allocatedUnits(
  rows: readonly UnitRow[],
  typed: string,
  speech: Speech,
): ExportTable<UnitRow> {
  const { m } = speech
  return {
    title: `${m.desks.allocated.question}: ${m.desks.allocated.byUnit}`,
    file: m.exports.files.allocatedUnits,
    columns: [
      ...placeColumns<UnitRow>(
        (row) => row.code,
        m.table.unit,
        (row) => row.name,
        speech,
      ),
      ...supply<'allocated' | 'received' | 'given', UnitRow>(['allocated', 'received', 'given'], speech),
      use((row: UnitRow) => row.utilisation, speech),
    ],
    rows,
    filters: typed === '' ? [] : [[m.table.search, typed]],
  }
}

/** The decisions as the table shows them; `typed` is what was searched for. */
export function decisionsExport(
  rows: readonly DecisionSummary[],
  typed: string,
  { m }: Speech,
): ExportTable<DecisionSummary> {
  const words = m.desks.allocated
  return {
    title: words.decisions,
    file: m.exports.files.decisions,
    columns: [
      { id: 'number', name: words.number, kind: 'text', of: (row) => row.number },
      { id: 'round', name: words.round, kind: 'number', of: (row) => row.round },
      { id: 'day', name: m.day, kind: 'day', of: (row) => row.day },
      { id: 'doses', name: words.doses, kind: 'number', unit: m.units.vials, of: (row) => row.doses },
    ],
    rows,
    filters: typed === '' ? [] : [[words.findDecision, typed]],
  }
}
