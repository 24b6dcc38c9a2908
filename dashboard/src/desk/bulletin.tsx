import { type NationState, PROVINCE_CODES, type ProvinceCode } from '@mcc/contract'
import { ExportMenu } from '../exports/export-menu.js'
import { Tile } from '../design/tile.js'
import { FigureText } from '../figures/figure-text.js'
import { numberOf } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import { bulletinExport } from './bulletin-export.js'

/** Provinces with a use in their bulletin, highest first. */
function ranked(units: NationState['units']): ProvinceCode[] {
  return PROVINCE_CODES.flatMap((code) => {
    const use = numberOf(units[code].reportedUtilisation)
    return use === undefined ? [] : [{ code, use }]
  })
    .toSorted((a, b) => b.use - a.use)
    .map(({ code }) => code)
}

function Lines({ codes, units }: { codes: readonly ProvinceCode[]; units: NationState['units'] }) {
  const { m, f, language } = useSpeech()
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{m.table.unit}</th>
          <th scope="col">{m.figures.reported}</th>
          <th scope="col">{m.figures.received}</th>
          <th scope="col">{m.table.utilisation}</th>
        </tr>
      </thead>
      <tbody>
        {codes.map((code) => {
          const { reported, reportedReceived, reportedUtilisation } = units[code]
          return (
            <tr key={code}>
              <th scope="row">{unitName(code, language)}</th>
              <td>
                <FigureText figure={reported} format={f.count} compact testId={`unit-${code}-reported`} />
              </td>
              <td>
                <FigureText figure={reportedReceived ?? { no: 'not-reported' }} format={f.count} compact />
              </td>
              <td>
                <FigureText
                  figure={reportedUtilisation ?? { no: 'not-reported' }}
                  format={f.percent}
                  compact
                  testId={`unit-${code}-reported-use`}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The second ledger: what provinces reported in their newest bulletins, with the highest and lowest use. */
export function Bulletin({ nation }: { nation: NationState }) {
  const speech = useSpeech()
  const { m, f } = speech
  const { reported, units } = nation
  if (numberOf(reported.doses) === undefined) return null
  const codes = ranked(units)
  const ends = codes.length > 6 ? [...codes.slice(0, 3), ...codes.slice(-3)] : codes
  const day = reported.day === null ? '' : `, ${m.figures.reportedFor(f.day(reported.day))}`
  const title = `${m.figures.reported}${day}`
  const save = codes.length > 0 && <ExportMenu table={() => bulletinExport(nation, codes, title, speech)} />
  return (
    <Tile title={title} className="desk-bulletin" aside={save}>
      <p className="bulletin-total">
        <FigureText figure={reported.doses} format={f.count} className="strong" testId="reported-doses" />{' '}
        {m.units.doses}
        {reported.utilisation !== undefined && (
          <>
            {' · '}
            {m.bulletin.use}{' '}
            <FigureText
              figure={reported.utilisation}
              format={f.percent}
              className="strong"
              testId="reported-use"
            />
          </>
        )}
      </p>
      <Lines codes={ends} units={units} />
      {codes.length > ends.length && (
        <details>
          <summary>{m.bulletin.all(f.count(codes.length))}</summary>
          <Lines codes={codes} units={units} />
        </details>
      )}
    </Tile>
  )
}
