import type { NationState } from '@mcc/contract'
import { isProvinceCode, isUnitCode } from '@mcc/contract'
import { useCallback, useRef } from 'react'
import { Tile, TileBoundary } from '../design/tile.js'
import { ExportMenu } from '../exports/export-menu.js'
import { useSpeech } from '../i18n/language.js'
import { useProvince } from '../live/use-live.js'
import { CoverageLegend } from '../map/legend.js'
import { ProvinceMap } from '../map/province-map.js'
import { MorningStrip } from '../morning/morning-strip.js'
import { AefiList } from './aefi-list.js'
import { AlarmsList } from './alarms-list.js'
import { Bulletin } from './bulletin.js'
import { Products } from './products.js'
import { ProvincesTable } from './provinces-table.js'
import { SeriesTile } from './series-tile.js'
import { TitleLine } from './title-line.js'
import { useDeskSearch } from './use-desk-search.js'

/** The map on the left, always there; title, attention, series, tables on the right. On a phone the map comes last. */
export function Desk({ nation }: { nation: NationState }) {
  const { m } = useSpeech()
  const [{ province }, change] = useDeskSearch()
  const full = useProvince(province)
  const drawn = useRef<HTMLDivElement>(null)
  // the same while nobody chooses: a row of the table is drawn anew when its figures change, not with each message
  const select = useCallback(
    (code: string) => {
      if (isUnitCode(code)) change({ province: code === province ? undefined : code })
    },
    [change, province],
  )
  return (
    <main className="desk">
      <div className="desk-title">
        <TileBoundary>
          <TitleLine nation={nation} code={province} clear={() => change({ province: undefined })} />
        </TileBoundary>
      </div>
      <aside className="desk-map">
        <TileBoundary>
          <div className="map-head">
            <p className="map-metric">{m.map.metric}</p>
            <ExportMenu
              picture={{
                box: drawn,
                title: `${m.map.metric}, ${m.nation}`,
                file: m.exports.files.map,
                source: m.exports.mapSource,
              }}
            />
          </div>
          <div ref={drawn} className="map-drawn">
            <ProvinceMap units={nation.units} marked={province} onSelect={select} />
            <CoverageLegend />
          </div>
          <p className="map-credit">{m.map.source}</p>
        </TileBoundary>
      </aside>
      <AlarmsList />
      <MorningStrip code={province !== undefined && isProvinceCode(province) ? province : undefined} />
      <SeriesTile
        days={province === undefined ? nation.days : full?.days}
        today={nation.today}
        code={province}
      />
      <Products products={full?.products ?? nation.products} code={full ? province : undefined} />
      <Bulletin nation={nation} />
      <Tile title={m.table.title} className="desk-provinces" id="provinces">
        <ProvincesTable nation={nation} chosen={province} select={select} />
      </Tile>
      <AefiList province={province} />
    </main>
  )
}
