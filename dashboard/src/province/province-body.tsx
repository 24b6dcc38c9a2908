import type { NationState, ProvinceCode } from '@mcc/contract'
import { districtsOf } from '@mcc/geo'
import { AefiList } from '../desk/aefi-list.js'
import { AlarmsList } from '../desk/alarms-list.js'
import { Products } from '../desk/products.js'
import { SeriesTile } from '../desk/series-tile.js'
import { titleFacts } from '../desk/title-facts.js'
import { FiveFigures } from '../desk/title-line.js'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import { useProvince } from '../live/use-live.js'
import { MorningStrip } from '../morning/morning-strip.js'
import { unitName } from '../places/unit-names.js'
import { DistrictMap } from './district-map.js'
import { DistrictsTable } from './districts-table.js'
import { FacilitiesTile } from './facilities-tile.js'
import { useFacilities } from './use-facilities.js'
import { useMarked } from './use-marked.js'

/** A table of districts longer than this is longer than their map. */
const MANY = 15

/** How the map, the districts, the facilities and the cases stand on a wide screen, so that no column runs out. */
function layoutOf(code: ProvinceCode, lines: boolean): string {
  const many = districtsOf(code).length > MANY
  return `${lines ? 'province-lines' : 'province-plain'} ${many ? 'province-long' : 'province-short'}`
}

/** My province in figures, what needs me, then the course, the vaccine, the districts and the cases. */
export function ProvinceBody({ code, nation }: { code: ProvinceCode; nation: NationState }) {
  const { m, f, language } = useSpeech()
  const full = useProvince(code)
  const unit = nation.units[code]
  const listed = useFacilities(code)
  const [marked, mark] = useMarked(listed)
  // the facilities themselves, not the line that says why they are not there
  const lines = listed.kind !== 'forbidden' && listed.kind !== 'past'
  const facilities = <FacilitiesTile code={code} listed={listed} />
  return (
    <main className={`desk-page province ${layoutOf(code, lines)}`}>
      <div className="desk-whole">
        <h1 className="answer">
          <span>{m.desk.question(unitName(code, language))}</span>{' '}
          <span className="answer-whole">
            <FigureText
              figure={unit.doses}
              format={f.count}
              quiet
              className="answer-figure"
              testId="province-doses"
            />{' '}
            {m.units.doses}
          </span>
        </h1>
        <FiveFigures facts={titleFacts(nation, unit, m, f)} />
      </div>
      <AlarmsList unit={code} />
      <MorningStrip code={code} />
      {full === undefined ? (
        <p className="quiet-state">{m.loading}</p>
      ) : (
        <>
          <SeriesTile days={full.days} today={full.today} code={code} />
          <Products products={full.products} code={code} />
          <DistrictMap code={code} state={full} {...{ listed, marked, mark }} />
          <DistrictsTable code={code} state={full} />
        </>
      )}
      {lines && facilities}
      <AefiList province={code} />
      {!lines && facilities}
    </main>
  )
}
