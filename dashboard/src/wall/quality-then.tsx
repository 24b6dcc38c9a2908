import type { NationState } from '@mcc/contract'
import type { CSSProperties, ReactNode } from 'react'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import { silentProvinces, withoutReport } from '../places/rankings.js'
import { unitName } from '../places/unit-names.js'

/** Lines that the facts and the note under them take. */
const FACTS = 5
const NOTE = 2

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="strong">{children}</td>
    </tr>
  )
}

/**
 * What is known of the data's quality at a past moment, when the machine's own books are not: both ledgers, and who has
 * not sent. `rows` is the height of the table beside it.
 */
export function QualityThen({ nation, rows }: { nation: NationState; rows: number }) {
  const { m, f, language } = useSpeech()
  const { doses, reported, units } = nation
  const silent = silentProvinces(units)
  const named = silent.slice(0, Math.max(0, rows - FACTS - NOTE))
  const heights = { '--rows': rows, '--own': FACTS + named.length } as CSSProperties
  return (
    <div className="quality-then" style={heights}>
      <table className="wall-table wall-table-beside">
        <tbody>
          <Fact name={m.quality.reported}>
            <FigureText figure={reported.doses} format={f.count} />
          </Fact>
          <Fact name={m.quality.entered}>
            <FigureText figure={doses} format={f.count} />
          </Fact>
          <Fact name={m.quality.bulletin}>{reported.day === null ? '–' : f.dayShort(reported.day)}</Fact>
          <Fact name={m.quality.noReport}>{f.count(withoutReport(units))}</Fact>
          <Fact name={m.quality.silent}>{f.count(silent.length)}</Fact>
          {named.map(({ code, day }) => (
            <tr key={code} className="quiet spare">
              <th scope="row">{unitName(code, language)}</th>
              <td>{m.noNumber.until(f.dayShort(day))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="wall-no-past">{m.times.noMachine}</p>
    </div>
  )
}
