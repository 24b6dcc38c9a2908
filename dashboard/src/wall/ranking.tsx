import type { NationState, UnitCode, UnitSummary } from '@mcc/contract'
import { Bar } from '../design/bar.js'
import { FigureText } from '../figures/figure-text.js'
import { numberOf } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'

interface Props {
  title: string
  codes: readonly UnitCode[]
  nation: NationState
  of: 'coverageOne' | 'coverageFull' | 'utilisation'
  /** The nation's figure, marked on each bar. */
  mark?: number | undefined
  /** What stands behind the value, instead of the bar. */
  note?: (unit: UnitSummary) => string
}

/** One end of a ranking: names, bars or notes, values. */
export function Ranking({ title, codes, nation, of, mark, note }: Props) {
  const { f, language } = useSpeech()
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className="ranking-title">
          {title}
        </th>
      </tr>
      {codes.map((code) => {
        const figure = nation.units[code][of]
        return (
          <tr key={code}>
            <th scope="row">{unitName(code, language)}</th>
            <td className={note ? 'ranking-note' : 'ranking-bar'}>
              {note ? (
                note(nation.units[code])
              ) : (
                <Bar value={numberOf(figure)} {...(mark !== undefined && { mark })} />
              )}
            </td>
            <td className="ranking-value">
              <FigureText figure={figure} format={f.percent} />
            </td>
          </tr>
        )
      })}
    </tbody>
  )
}
