import { type AefiState, type Figure, PRODUCTS, type ProductId } from '@mcc/contract'
import { definitionOf, productColumns } from '../exports/columns.js'
import type { ExportColumn, ExportTable } from '../exports/table.js'
import { numberOf } from '../figures/figure-view.js'
import type { Speech } from '../i18n/language.js'
import { aefiRate, RATE_CASES, RATE_DOSES } from '../statistics/aefi-rate.js'

type Row = AefiState['products'][ProductId] & { product: ProductId }

/** One number of a rate; where the counts carry none, why. */
function rateOf(cases: Figure, doses: Figure, part: 'rate' | 'low' | 'high'): Figure {
  const rate = aefiRate(cases, doses)
  if (rate === undefined) return { no: 'unknown', why: 'no-data' }
  return rate === 'few' ? { no: 'unknown', why: 'too-few' } : rate[part]
}

/** Cases, serious cases and doses by product with both rates and their 95 % limits. */
export function ratesExport(aefi: AefiState, title: string, speech: Speech): ExportTable<Row> {
  const { m, f, language } = speech
  const meaning = `${definitionOf('aefiRate', language)} ${m.aefi.fewWhy(f.count(RATE_CASES), f.count(RATE_DOSES))} ${m.aefi.caveat}`
  const count = (id: 'doses' | 'cases' | 'serious', name: string, unit: string): ExportColumn<Row> => ({
    id,
    name,
    kind: 'figure',
    unit,
    definition: definitionOf(id, language),
    of: (row) => row[id],
  })
  const rates = (of: 'cases' | 'serious', name: string): ExportColumn<Row>[] =>
    (['rate', 'low', 'high'] as const).map((part) => ({
      id: `${of}_${part}`,
      name: part === 'rate' ? name : `${name}, ${m.exports.limits[part]}`,
      kind: 'figure',
      unit: m.exports.per100k,
      definition: meaning,
      of: (row) => rateOf(row[of], row.doses, part),
    }))
  return {
    title,
    file: m.exports.files.rates,
    columns: [
      ...productColumns<Row>(speech),
      count('doses', m.cases.doses, m.units.doses),
      count('cases', m.aefi.cases, m.units.cases),
      ...rates('cases', m.aefi.rate),
      count('serious', m.aefi.serious, m.units.cases),
      ...rates('serious', m.cases.seriousRate),
    ],
    rows: PRODUCTS.filter(({ id }) => (numberOf(aefi.products[id].doses) ?? 0) > 0).map(({ id }) => ({
      product: id,
      ...aefi.products[id],
    })),
    filters: [],
  }
}
