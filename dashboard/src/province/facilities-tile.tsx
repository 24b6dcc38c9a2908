import { allows, type ProvinceCode } from '@mcc/contract'
import { districtsOf } from '@mcc/geo'
import { useEffect, useState } from 'react'
import { Tile } from '../design/tile.js'
import { useSpeech } from '../i18n/language.js'
import { facilitiesOf, type Facility } from '../rest/facilities.js'
import type { Answer } from '../rest/request.js'
import { useSession } from '../rest/session.js'
import { useIsPast } from '../time/use-moment.js'
import { FacilitiesTable } from './facilities-table.js'

type Listed = Answer<{ today: string; facilities: Facility[] }>

function Facilities({ code }: { code: ProvinceCode }) {
  const { m } = useSpeech()
  const [answer, setAnswer] = useState<Listed>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let gone = false
    void facilitiesOf(code).then((got) => {
      if (!gone) setAnswer(got)
    })
    return () => {
      gone = true
    }
  }, [code, tries])
  if (answer === undefined) return <p className="quiet-state">{m.loading}</p>
  if (!answer.ok)
    return (
      <p className="quiet-state">
        {answer.failure === 'forbidden' ? m.facilities.noLines : m.facilities.failed}{' '}
        <button type="button" className="link" onClick={() => setTries(tries + 1)}>
          {m.retry}
        </button>
      </p>
    )
  const { facilities } = answer.value
  if (facilities.length === 0) return <p className="quiet-state">{m.facilities.empty}</p>
  const names = new Map(districtsOf(code).map((d) => [d.code, d.name]))
  const all = facilities.map((one) => ({
    ...one,
    place: names.get(one.district ?? '') ?? m.province.unknownDistrict,
  }))
  return <FacilitiesTable all={all} />
}

/** The facilities of the province, as they were when the page opened; who may not see them is told so. */
export function FacilitiesTile({ code }: { code: ProvinceCode }) {
  const { m } = useSpeech()
  const { caller } = useSession()
  const past = useIsPast()
  const allowed = allows(caller, 'facility.lines', code)
  return (
    <Tile title={m.facilities.title} id="facilities">
      {!allowed && <p className="quiet-state">{m.facilities.noLines}</p>}
      {allowed && past && <p className="quiet-state">{m.times.noPast}</p>}
      {allowed && !past && <Facilities code={code} />}
    </Tile>
  )
}
