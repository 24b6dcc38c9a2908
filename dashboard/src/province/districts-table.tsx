import type { ProvinceCode, ProvinceState } from '@mcc/contract'
import { Tile } from '../design/tile.js'
import { ExportMenu } from '../exports/export-menu.js'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import { districtRows } from './district-rows.js'
import { districtsExport } from './districts-export.js'

/** Doses by district of the place where they were given. */
export function DistrictsTable({ code, state }: { code: ProvinceCode; state: ProvinceState }) {
  const speech = useSpeech()
  const { m, f } = speech
  const rows = districtRows(code, state)
  const save = rows.length > 0 && <ExportMenu table={() => districtsExport(rows, code, speech)} />
  return (
    <Tile title={m.province.districts} id="districts" aside={save}>
      {rows.length === 0 && <p className="quiet-state">{m.province.noDistricts}</p>}
      <table className="figures districts ranked">
        <thead>
          <tr>
            <th scope="col">{m.province.district}</th>
            <th scope="col">{m.figures.doses}</th>
            <th scope="col">{m.figures.todayShort}</th>
            <th scope="col">{m.province.facilities}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.name ?? m.province.unknownDistrict}</th>
              <td>
                <FigureText
                  figure={row.doses}
                  format={f.count}
                  testId={`district-${row.code}-doses`}
                  compact
                />
              </td>
              <td>
                <FigureText figure={row.today} format={f.count} compact />
              </td>
              <td>{f.count(row.facilities)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Tile>
  )
}
