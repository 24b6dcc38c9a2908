import { LISTING_SCENES, type UnitCode } from '@mcc/contract'
import './map-scene.css'
import { FigureText } from '../figures/figure-text.js'
import { numberOf, viewFigure } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { CoverageLegend } from '../map/legend.js'
import { ProvinceMap } from '../map/province-map.js'
import { hasNoRecords } from '../places/nation-facts.js'
import { extremes } from '../places/extremes.js'
import { Ranking } from './ranking.js'
import type { SceneProps } from './scenes.js'
import { SceneEmpty, SceneMessage } from './wall-message.js'

/** *Map*: which provinces lag. Both ends with names and values; ministries and "not stated" are said, not hidden. */
export function MapScene({ lines = LISTING_SCENES.map }: SceneProps) {
  const { m, f } = useSpeech()
  const nation = useTopic('nation')
  if (nation === undefined) return <SceneMessage question={m.scene.map} lines={[m.loading]} />
  if (hasNoRecords(nation)) return <SceneEmpty question={m.scene.map} />
  const { top, bottom } = extremes(nation.units, 'coverageOne', lines)
  const shared = { nation, of: 'coverageOne', mark: numberOf(nation.coverageOne) } as const
  const outside = (code: UnitCode) => viewFigure(nation.units[code].doses, f.short, m, f).text
  return (
    <>
      <header className="scene-head">
        <h1>{m.scene.map}</h1>
        <p>
          {m.map.metric} · <span className="mean-mark" aria-hidden="true" /> {m.map.mean}{' '}
          <FigureText figure={nation.coverageOne} format={f.percent} className="strong" />
        </p>
      </header>
      <div className="map-scene">
        <CoverageLegend upright />
        <ProvinceMap units={nation.units} />
        {top.length === 0 ? (
          <p className="rankings">{m.empty.doses}</p>
        ) : (
          <table className="rankings">
            <Ranking title={m.map.highest} codes={top} {...shared} />
            <Ranking title={m.map.lowest} codes={bottom} {...shared} />
          </table>
        )}
        <p className="map-foot">
          <span>{m.map.source}</span>
          <span>{m.map.outside(outside('00'), outside('ZZ'))}</span>
        </p>
      </div>
    </>
  )
}
