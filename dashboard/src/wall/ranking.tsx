import type { NationState, UnitCode, UnitSummary } from '@mcc/contract'
import { Bar } from '../design/bar.js'
import { FigureText } from '../figures/figure-text.js'
import { numberOf } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { asOfLastDay } from '../places/old-figures.js'
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

/** One end of a ranking: names, bars or notes, values; of a silent unit, up to when they are. */
export function Ranking({ title, codes, nation, of, mark, note }: Props) {
  const { m, f, language } = useSpeech()
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className="ranking-title">
          {title}
        </th>
      </tr>
      {codes.map((code) => {
        const unit = nation.units[code]
        const lastDay = unit.heardUntil ?? undefined
        return (
          <tr key={code}>
            <th scope="row">{unitName(code, language)}</th>
            {note || lastDay !== undefined ? (
              <td className="ranking-note">
                {lastDay === undefined ? (
                  note?.(unit)
                ) : (
                  // in the place of a bar it gives way where there is little room
                  <span className={note ? '' : 'spare'}>{m.noNumber.until(f.dayShort(lastDay))}</span>
                )}
              </td>
            ) : (
              <td className="ranking-bar">
                <Bar value={numberOf(unit[of])} {...(mark !== undefined && { mark })} />
              </td>
            )}
            <td className="ranking-value">
              <FigureText figure={asOfLastDay(unit, of)} format={f.percent} />
            </td>
          </tr>
        )
      })}
    </tbody>
  )
}
