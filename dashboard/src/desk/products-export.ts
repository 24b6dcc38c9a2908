import { PRODUCTS, type ProductId, type ProductSummary, type UnitCode } from '@mcc/contract'
import { fileOfPlace, productColumns } from '../exports/columns.js'
import type { ExportColumn, ExportTable } from '../exports/table.js'
import type { Speech } from '../i18n/language.js'

type Row = ProductSummary & { product: ProductId }

/** Received, used and left of each product, as the tile shows them. */
export function productsExport(
  products: Record<ProductId, ProductSummary>,
  title: string,
  code: UnitCode | undefined,
  speech: Speech,
): ExportTable<Row> {
  const { m } = speech
  const figure = (id: 'received' | 'given' | 'left', name: string, unit: string): ExportColumn<Row> => ({
    id,
    name,
    kind: 'figure',
    unit,
    definition: m.exports.stock[id],
    of: (row) => row[id],
  })
  return {
    title,
    file: fileOfPlace(m.exports.files.products, code),
    columns: [
      ...productColumns<Row>(speech),
      figure('received', m.figures.received, m.units.vials),
      figure('given', m.allocation.given, m.units.doses),
      figure('left', m.figures.left, m.units.vials),
    ],
    rows: PRODUCTS.map(({ id }) => ({ product: id, ...products[id] })),
    filters: [],
  }
}
