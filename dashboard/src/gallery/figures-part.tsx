import { Clock, DataTime } from '../design/data-time.js'
import { Tile } from '../design/tile.js'
import { FiveFigures } from '../desk/title-line.js'
import type { TitleFact } from '../desk/title-facts.js'
import { FigureText } from '../figures/figure-text.js'
import { RateText } from '../figures/rate-text.js'
import { useSpeech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import { FIGURES } from './samples.js'

const LONGEST = ['77', '46', '79'] as const
const LARGEST = [270_000_000, -1_032_886, 150_000_000]

function FactsTile() {
  const { m, f } = useSpeech()
  const fact = (id: string, part: Partial<TitleFact>): TitleFact => ({
    id,
    name: m.figures.doses,
    figure: 118_402_117,
    format: f.count,
    testId: `gallery-${id}`,
    subs: [],
    note: '',
    ...part,
  })
  const people = { figure: 71_800_000, format: f.short, testId: 'gallery-people', word: m.units.people }
  const facts = [
    fact('today', {
      name: m.figures.todayShort,
      figure: 1_482_006,
      format: f.signed,
      note: m.figures.vsYesterday(f.count(1_390_114)),
    }),
    fact('share', {
      name: m.figures.atLeastOne,
      figure: 71.8,
      format: f.percent,
      subs: [people],
      note: `· ${m.figures.versusNation(f.percent(69.9))}`,
    }),
    fact('above', { name: m.figures.completed, figure: 104.6, format: f.percent }),
    fact('pace', {
      name: m.figures.pace7,
      figure: 1_350_000,
      format: f.short,
      note: m.figures.requiredPace(f.short(910_000)),
    }),
    fact('silent', { name: m.figures.reported, figure: { no: 'not-reported' } }),
  ]
  return (
    <Tile title={m.gallery.facts} className="gallery-wide">
      <p className="answer">
        {m.desk.question(m.nation)}{' '}
        <span className="answer-whole">
          <FigureText figure={118_402_117} format={f.count} quiet className="answer-figure" /> {m.units.doses}
        </span>
      </p>
      <p className="gallery-row">
        <Clock />
        <DataTime />
      </p>
      <FiveFigures facts={facts} />
    </Tile>
  )
}

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
              <td className="wide-only">{f.signed(LARGEST[i] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Tile>
  )
}

function FigureRow({ title, large = false }: { title: string; large?: boolean }) {
  const { f } = useSpeech()
  return (
    <Tile title={title}>
      <ul className={large ? 'gallery-row gallery-large' : 'gallery-row'}>
        {FIGURES.map((figure, i) => (
          <li key={i}>
            <FigureText figure={figure} format={f.count} quiet={large} />
          </li>
        ))}
      </ul>
    </Tile>
  )
}

/** Every look of a figure: with what it is measured against, in a line, large, in a table; rates that can and cannot be written. */
export function FiguresPart() {
  const { m, f } = useSpeech()
  return (
    <>
      <FactsTile />
      <FigureRow title={m.gallery.figures} />
      <FigureRow title={m.gallery.large} large />
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
