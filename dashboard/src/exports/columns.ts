import { INDICATORS, productOf, type ProductId } from '@mcc/contract'
import type { Language, Speech } from '../i18n/language.js'
import type { ExportColumn } from './table.js'

const definitions: Readonly<Record<string, { definition: { vi: string; en: string } }>> = INDICATORS

/** What an indicator is, in the page's language; empty for what is none. */
export const definitionOf = (indicator: string, language: Language): string =>
  definitions[indicator]?.definition[language] ?? ''

/** A place's code and name; `head` is what the page calls the name. */
export const placeColumns = <Row>(
  codeOf: (row: Row) => string,
  head: string,
  nameOf: (row: Row) => string,
  { m }: Speech,
): ExportColumn<Row>[] => [
  { id: m.exports.unitCode, name: m.exports.code, kind: 'text', of: codeOf },
  { id: m.exports.unitId, name: head, kind: 'text', of: nameOf },
]

/** A product's code and name. */
export const productColumns = <Row extends { product: ProductId }>({ m }: Speech): ExportColumn<Row>[] => [
  { id: m.exports.productCode, name: m.exports.productCodeName, kind: 'text', of: (row) => row.product },
  { id: m.exports.productId, name: m.aefi.product, kind: 'text', of: (row) => productOf(row.product).short },
]

/** `vac-xin-79`: the same file of two places must not look alike in a folder; the nation has no code. */
export const fileOfPlace = (file: string, code: string | undefined): string =>
  code === undefined ? file : `${file}-${code}`
