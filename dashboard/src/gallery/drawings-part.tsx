import { PROVINCE_CODES } from '@mcc/contract'
import { BurnUpChart, BurnUpKey } from '../charts/burn-up-chart.js'
import { burnUp } from '../charts/burn-up.js'
import { DailyChart } from '../charts/daily-chart.js'
import { dailySeries } from '../charts/daily-series.js'
import { Tile } from '../design/tile.js'
import { TwinTile } from '../design/twin-tile.js'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import { CoverageLegend } from '../map/legend.js'
import { ProvinceMap } from '../map/province-map.js'
import { unitName } from '../places/unit-names.js'
import { DAYS, TODAY, UNITS } from './samples.js'

const LETTERS = 13
const TARGET = 150_000_000
const DAILY = dailySeries(DAYS, TODAY)
const BURN_UP = burnUp({
  days: DAYS,
  today: TODAY,
  targetDoses: TARGET,
  targetDay: '2022-04-30',
  projectedDay: '2022-02-12',
  targetReachedOn: null,
  pace7: 1_300_000,
}).points

function DailyRows() {
  const { m, f } = useSpeech()
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{m.day}</th>
          <th scope="col">{m.units.doses}</th>
        </tr>
      </thead>
      <tbody>
        {DAILY.toReversed().map((p) => (
          <tr key={p.day}>
            <th scope="row">{f.day(p.day)}</th>
            <td>{f.count(p.doses)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function CoverageRows() {
  const { m, f, language } = useSpeech()
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{m.table.unit}</th>
          <th scope="col">{m.table.coverageOne}</th>
        </tr>
      </thead>
      <tbody>
        {PROVINCE_CODES.map((code) => (
          <tr key={code}>
            <th scope="row">{unitName(code, language)}</th>
            <td>
              <FigureText figure={UNITS[code].coverageOne} format={f.rate} compact />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Charts and the map, each as drawing and as its table. */
export function DrawingsPart() {
  const { m } = useSpeech()
  const daily = (
    <div className="gallery-chart">
      <DailyChart points={DAILY} letters={LETTERS} />
    </div>
  )
  const map = (
    <div className="gallery-map">
      <ProvinceMap units={UNITS} marked="79" />
      <CoverageLegend />
    </div>
  )
  const charts = { of: 'chart', table: () => <DailyRows /> } as const
  const maps = { of: 'map', table: () => <CoverageRows /> } as const
  return (
    <>
      <TwinTile {...charts} title={m.gallery.chart}>
        {daily}
      </TwinTile>
      <TwinTile {...charts} title={m.gallery.chartRows} asTable>
        {daily}
      </TwinTile>
      <TwinTile {...charts} title={m.gallery.chartEmpty} empty={m.empty.title}>
        {daily}
      </TwinTile>
      <Tile title={m.gallery.burnUp}>
        <div className="gallery-chart">
          <BurnUpChart points={BURN_UP} target={TARGET} />
        </div>
        <BurnUpKey open />
      </Tile>
      <TwinTile {...maps} title={m.gallery.map}>
        {map}
      </TwinTile>
      <TwinTile {...maps} title={m.gallery.mapRows} asTable>
        {map}
      </TwinTile>
    </>
  )
}
