import { Tile } from '../design/tile.js'
import { FigureText } from '../figures/figure-text.js'
import { RateText } from '../figures/rate-text.js'
import { useSpeech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import { FIGURES } from './samples.js'

const LONGEST = ['77', '46', '79'] as const
const LARGEST = [270_000_000, -1_032_886, 150_000_000]

function LongNames() {
  const { m, f, language } = useSpeech()
  return (
    <Tile title={m.gallery.longest}>
      <table className="figures">
        <tbody>
          {LONGEST.map((code, i) => (
            <tr key={code}>
              <th scope="row">{unitName(code, language)}</th>
              <td>{f.count(LARGEST[i] ?? 0)}</td>
              <td>{f.short(LARGEST[i] ?? 0)}</td>
              <td>{f.signed(LARGEST[i] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Tile>
  )
}

function LargeFigures() {
  const { m, f } = useSpeech()
  return (
    <Tile title={m.gallery.large}>
      <ul className="gallery-row gallery-large">
        {FIGURES.map((figure, i) => (
          <li key={i}>
            <FigureText figure={figure} format={f.count} quiet />
          </li>
        ))}
      </ul>
    </Tile>
  )
}

/** Every look of a figure: in a line, large, in a table; rates that can and cannot be written. */
export function FiguresPart() {
  const { m, f } = useSpeech()
  return (
    <>
      <Tile title={m.gallery.figures}>
        <ul className="gallery-row">
          {FIGURES.map((figure, i) => (
            <li key={i}>
              <FigureText figure={figure} format={f.count} />
            </li>
          ))}
        </ul>
      </Tile>
      <LargeFigures />
      <Tile title={m.gallery.inTable}>
        <table className="figures">
          <tbody>
            {FIGURES.map((figure, i) => (
              <tr key={i}>
                <th scope="row">{i + 1}</th>
                <td>
                  <FigureText figure={figure} format={f.count} compact />
                </td>
                <td>
                  <RateText cases={[0, 20, 250, 4_000][i % 4] ?? 0} doses={i === 3 ? 9_000 : 1_000_000} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Tile>
      <LongNames />
    </>
  )
}
