import { isNumber, type Figure } from '@mcc/contract'
import type { Formats } from '../design/format.js'
import type { Messages } from '../i18n/vi.js'

export type FigureKind = 'number' | 'unknown' | 'not-reported' | 'stale' | 'suppressed'
export type NumberFormat = (n: number) => string

/** How a figure looks and sounds: `text` is drawn, `note` stands beside it, `spoken` is read aloud. */
export interface FigureView {
  kind: FigureKind
  text: string
  note?: string
  spoken: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const REASONS: Record<string, (m: Messages) => string> = {
  'no-denominator': (m) => m.noNumber.noDenominator,
  'no-data': (m) => m.noNumber.noData,
}

/** Turns a figure into words; the four ways of having no number never look like 0 nor like each other. */
export function viewFigure(
  figure: Figure | undefined,
  format: NumberFormat,
  m: Messages,
  f: Formats,
): FigureView {
  if (isNumber(figure)) return { kind: 'number', text: format(figure), spoken: format(figure) }
  // JSON has no NaN: a number that could not be computed arrives as null, which is unknown as well.
  if (!figure || figure.no === 'unknown') {
    const reason = figure ? (REASONS[figure.why]?.(m) ?? m.noNumber.unknown) : m.noNumber.unknown
    return { kind: 'unknown', text: '?', spoken: reason }
  }
  if (figure.no === 'not-reported')
    return { kind: 'not-reported', text: `— ${m.noNumber.notReported}`, spoken: m.noNumber.notReported }
  if (figure.no === 'stale') {
    const at = DAY.test(figure.at)
      ? m.noNumber.until(f.dayShort(figure.at))
      : m.noNumber.at(f.time(figure.at))
    const text = format(figure.last)
    return { kind: 'stale', text, note: at, spoken: `${text}, ${m.noNumber.stale} ${at}` }
  }
  const below = f.count(figure.below)
  return { kind: 'suppressed', text: `< ${below}`, spoken: m.noNumber.below(below) }
}

/** The number behind a figure for sorting and drawing: a stale one counts with its last value. */
export function numberOf(figure: Figure | undefined): number | undefined {
  if (isNumber(figure)) return figure
  return figure?.no === 'stale' ? figure.last : undefined
}

/** Raw value for `data-value`: empty when there is no number. */
export const rawValue = (figure: Figure | undefined): string => (isNumber(figure) ? String(figure) : '')
