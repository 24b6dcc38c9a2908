import { isProductId, productOf } from '@mcc/contract'
import { placeColumns } from '../exports/columns.js'
import type { ExportTable } from '../exports/table.js'
import type { Speech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import type { RestatedCell, Restatements } from '../rest/restatements.js'

const productName = (product: string): string => (isProductId(product) ? productOf(product).short : product)

/** Day, place, vaccine and dose; doses of one number may be of several series, so that one beyond the primary is named. */
export function cellName(cell: RestatedCell, { m, f, language }: Speech): string {
  const words = m.qualityPage.restated
  const number = f.count(cell.doseNo)
  const dose = cell.series === 'primary' ? number : `${number} (${words.series[cell.series] ?? cell.series})`
  return words.cellName(f.day(cell.day), unitName(cell.unit, language), productName(cell.product), dose)
}

interface Row {
  cell: RestatedCell
  reason: RestatedCell['reasons'][number]
}

/** The cells of the page, a row for each reason. */
export function restatedExport({ cells, from, to }: Restatements, speech: Speech): ExportTable<Row> {
  const { m, f, language } = speech
  const words = m.qualityPage.restated
  const unit = m.units.doses
  return {
    title: words.title,
    file: words.file,
    columns: [
      { id: 'day', name: m.day, kind: 'day', of: ({ cell }) => cell.day },
      ...placeColumns<Row>(
        ({ cell }) => cell.unit,
        m.table.unit,
        ({ cell }) => unitName(cell.unit, language),
        speech,
      ),
      { id: 'product', name: m.products.product, kind: 'text', of: ({ cell }) => productName(cell.product) },
      {
        id: 'dose_no',
        name: m.qualityPage.incidents.keys['dose_no'] ?? '',
        kind: 'number',
        of: ({ cell }) => cell.doseNo,
      },
      {
        id: 'series',
        name: m.qualityPage.incidents.keys['series'] ?? '',
        kind: 'text',
        of: ({ cell }) => words.series[cell.series] ?? cell.series,
      },
      { id: 'reason', name: words.reason, kind: 'text', of: ({ reason }) => words.reasons[reason.reason] },
      { id: 'added', name: words.added, kind: 'number', unit, of: ({ reason }) => reason.added },
      { id: 'removed', name: words.removed, kind: 'number', unit, of: ({ reason }) => reason.removed },
      { id: 'change', name: words.change, kind: 'number', unit, of: ({ reason }) => reason.change },
      { id: 'records', name: words.records, kind: 'number', of: ({ reason }) => reason.records },
    ],
    rows: cells.flatMap((cell) => cell.reasons.map((reason) => ({ cell, reason }))),
    filters: [
      [words.from, f.moment(from)],
      [words.to, f.moment(to)],
    ],
  }
}
