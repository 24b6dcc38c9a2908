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
  testId?: string
  className?: string
}

/** One figure in whichever of its five looks, with its raw value for exports and tests. */
export function FigureText({ figure, format, quiet = false, testId, className = '' }: Props) {
  const { m, f } = useSpeech()
  const view = viewFigure(figure, format, m, f)
  return (
    <span
      className={`figure figure-${view.kind} ${className}`}
      data-testid={testId}
      data-value={rawValue(figure)}
      data-kind={view.kind}
      title={view.kind === 'number' ? undefined : view.spoken}
    >
      {quiet && view.kind === 'number' ? <Digits text={view.text} /> : <span>{view.text}</span>}
      {view.note !== undefined && <span className="figure-note">{view.note}</span>}
      {(view.kind === 'unknown' || view.kind === 'suppressed') && (
        <span className="visually-hidden">{view.spoken}</span>
      )}
    </span>
  )
}
