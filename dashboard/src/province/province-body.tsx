import type { NationState, ProvinceCode } from '@mcc/contract'
import { AefiList } from '../desk/aefi-list.js'
import { AlarmsList } from '../desk/alarms-list.js'
import { Products } from '../desk/products.js'
import { SeriesTile } from '../desk/series-tile.js'
import { titleFacts } from '../desk/title-facts.js'
import { FiveFigures } from '../desk/title-line.js'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import { useProvince } from '../live/use-live.js'
import { unitName } from '../places/unit-names.js'
import { DistrictMap } from './district-map.js'
import { DistrictsTable } from './districts-table.js'
import { FacilitiesTile } from './facilities-tile.js'

/** My province in figures, what needs me, then the course, the vaccine, the districts and the cases. */
export function ProvinceBody({ code, nation }: { code: ProvinceCode; nation: NationState }) {
  const { m, f, language } = useSpeech()
  const full = useProvince(code)
  const unit = nation.units[code]
  return (
    <main className="province">
      <div className="province-title">
        <h1 className="answer">
          <span>{m.desk.question(unitName(code, language))}</span>{' '}
          <FigureText
            figure={unit.doses}
            format={f.count}
            quiet
            className="answer-figure"
            testId="province-doses"
          />{' '}
          <span>{m.units.doses}</span>
        </h1>
        <FiveFigures facts={titleFacts(nation, unit, m, f)} />
      </div>
      <AlarmsList unit={code} />
      {full === undefined ? (
        <p className="quiet-state">{m.loading}</p>
      ) : (
        <>
          <SeriesTile days={full.days} today={full.today} code={code} />
          <Products products={full.products} code={code} />
          <DistrictMap code={code} state={full} />
          <DistrictsTable code={code} state={full} />
        </>
      )}
      <FacilitiesTile code={code} />
      <AefiList province={code} />
    </main>
  )
}
