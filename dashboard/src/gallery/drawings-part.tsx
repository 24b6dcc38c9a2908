import { BurnUpChart, BurnUpKey } from '../charts/burn-up-chart.js'
import { burnUp } from '../charts/burn-up.js'
import { DailyChart } from '../charts/daily-chart.js'
import { dailySeries } from '../charts/daily-series.js'
import { Tile } from '../design/tile.js'
import { useSpeech } from '../i18n/language.js'
import { CoverageLegend } from '../map/legend.js'
import { ProvinceMap } from '../map/province-map.js'
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

/** Charts and the map, small. */
export function DrawingsPart() {
  const { m } = useSpeech()
  return (
    <>
      <Tile title={m.gallery.chart}>
        <div className="gallery-chart">
          <DailyChart points={DAILY} letters={LETTERS} />
        </div>
        <div className="gallery-chart">
          <BurnUpChart points={BURN_UP} target={TARGET} letters={LETTERS} />
        </div>
        <BurnUpKey open />
      </Tile>
      <Tile title={m.gallery.map} className="gallery-map">
        <ProvinceMap units={UNITS} marked="79" />
        <CoverageLegend />
      </Tile>
    </>
  )
}
