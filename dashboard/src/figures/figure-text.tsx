import type { Figure } from '@mcc/contract'
import './figures.css'
import { useSpeech } from '../i18n/language.js'
import { Digits } from './digits.js'
import { rawValue, viewFigure, type NumberFormat } from './figure-view.js'

interface Props {
  figure: Figure | undefined
  format: NumberFormat
  /** Digits move one by one when they change. */
  quiet?: boolean
  testId?: string | undefined
  /** In tables: "not reported" is a hatched dash, its words for screen readers and on demand. */
  compact?: boolean
  className?: string
}

/** One figure in whichever of its five looks, with its raw value for exports and tests. */
export function FigureText(props: Props) {
  const { figure, format, quiet = false, compact = false, testId, className = '' } = props
  const { m, f } = useSpeech()
  const view = viewFigure(figure, format, m, f)
  const short = compact && view.kind === 'not-reported'
  return (
    <span
      className={`figure figure-${view.kind} ${className}`}
      data-testid={testId}
      data-value={rawValue(figure)}
      data-kind={view.kind}
      title={view.kind === 'number' ? undefined : view.spoken}
    >
      {quiet && view.kind === 'number' ? <Digits text={view.text} /> : <span>{short ? '—' : view.text}</span>}
      {view.note !== undefined && <span className="figure-note">{view.note}</span>}
      {(view.kind === 'unknown' || view.kind === 'suppressed' || short) && (
        <span className="visually-hidden">{view.spoken}</span>
      )}
    </span>
  )
}
