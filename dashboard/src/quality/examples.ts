import { isProductId, productOf } from '@mcc/contract'
import type { Formats } from '../design/format.js'
import type { Speech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'

/** One place that differed: what it is called, and each sum before and after it was healed. */
export interface Example {
  where: string
  before: string
  after: string
}
const DAY = /^\d{4}-\d{2}-\d{2}$/

function plain(value: unknown, f: Formats): string {
  if (value === undefined || value === null) return '–'
  if (typeof value === 'number') return f.count(value)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function keyText(key: string, value: unknown, { m, f, language }: Speech): string {
  const name = m.qualityPage.incidents.keys[key] ?? key
  if (typeof value !== 'string') return `${name} ${plain(value, f)}`
  if (key === 'unit') return unitName(value, language)
  if (isProductId(value)) return productOf(value).short
  if (DAY.test(value)) return f.day(value)
  return m.qualityPage.incidents.values[value] ?? `${name} ${value}`
}

/** An incident's example, whose keys end in `_before`, `_after`, or are called so; all others say where it was. */
export function exampleOf(raw: Readonly<Record<string, unknown>>, speech: Speech): Example {
  const side = (key: string): 'before' | 'after' | undefined =>
    /(^|_)before$/.test(key) ? 'before' : /(^|_)after$/.test(key) ? 'after' : undefined
  const entries = Object.entries(raw)
  const of = (wanted: 'before' | 'after'): string =>
    entries
      .filter(([key]) => side(key) === wanted)
      .map(([, value]) => plain(value, speech.f))
      .join(', ')
  const where = entries
    .filter(([key]) => side(key) === undefined)
    .map(([key, value]) => keyText(key, value, speech))
  return { where: where.join(' · '), before: of('before'), after: of('after') }
}
