import { isProvinceCode, type NationState, type UnitCode } from '@mcc/contract'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import { titleFacts, type TitleFact } from './title-facts.js'

interface Props {
  nation: NationState
  code: UnitCode | undefined
  clear: () => void
}

/** The figures that explain an answer, each with what it is measured against. */
export function FiveFigures({ facts }: { facts: readonly TitleFact[] }) {
  const { m } = useSpeech()
  return (
    <dl className="five" aria-label={m.desk.fiveFigures}>
      {facts.map(({ id, name, figure, format, testId, subs, note }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>
            <FigureText figure={figure} format={format} testId={testId} quiet />
          </dd>
          <dd className="five-note">
            {subs.map(({ word, ...sub }, i) => (
              <span key={sub.testId}>
                {i > 0 && ' · '}
                <FigureText {...sub} /> {word}
              </span>
            ))}{' '}
            {note}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The answer as the largest thing on the desk, then the five figures that explain it. */
export function TitleLine({ nation, code, clear }: Props) {
  const { m, f, language } = useSpeech()
  const heading = useRef<HTMLHeadingElement>(null)
  const unit = code === undefined ? undefined : nation.units[code]
  const place = code === undefined ? m.nation : unitName(code, language)
  const back = () => {
    clear()
    // the button is gone with the choice
    heading.current?.focus({ preventScroll: true })
  }
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="answer">
        <span>{m.desk.question(place)}</span>{' '}
        <span className="answer-whole">
          <FigureText
            figure={(unit ?? nation).doses}
            format={f.count}
            quiet
            className="answer-figure"
            testId={unit ? undefined : 'nation-doses'}
          />{' '}
          {m.units.doses}
        </span>
        {code !== undefined && isProvinceCode(code) && (
          <Link
            to="/province/$code"
            params={{ code }}
            search={({ lang, theme, at, replay, speed }) => ({ lang, theme, at, replay, speed })}
            className="button answer-clear"
          >
            {m.province.open(place)} →
          </Link>
        )}
        {unit && (
          <button type="button" className="button answer-clear" onClick={back}>
            ← {m.table.clear}
          </button>
        )}
      </h1>
      <FiveFigures facts={titleFacts(nation, unit, m, f)} />
    </>
  )
}
