import { numberProps } from './title-facts.js'
import type { NationState, UnitCode } from '@mcc/contract'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'

interface Props {
  nation: NationState
  code: UnitCode | undefined
  clear: () => void
}

/** The answer as the largest thing on the desk, then the five figures that explain it. */
export function TitleLine({ nation, code, clear }: Props) {
  const { m, f, language } = useSpeech()
  const unit = code === undefined ? undefined : nation.units[code]
  const place = code === undefined ? m.nation : unitName(code, language)
  const of = unit ?? nation
  return (
    <>
      <h1 className="answer">
        <span>{m.desk.question(place)}</span>{' '}
        <FigureText
          figure={of.doses}
          format={f.count}
          quiet
          className="answer-figure"
          testId={unit ? undefined : 'nation-doses'}
        />{' '}
        <span>{m.units.doses}</span>
        {unit && (
          <button type="button" className="button answer-clear" onClick={clear}>
            ← {m.table.clear}
          </button>
        )}
      </h1>
      <dl className="five" aria-label={m.desk.fiveFigures}>
        {numberProps(nation, unit, m, f).map(({ id, name, note, sub, ...figure }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              <FigureText {...figure} quiet testId={unit ? `unit-${id}` : `nation-${id}`} />
            </dd>
            <dd className="five-note">
              {sub && <FigureText {...sub} />} {note}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
