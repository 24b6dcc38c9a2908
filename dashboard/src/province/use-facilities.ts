import { allows, type ProvinceCode } from '@mcc/contract'
import { districtsOf } from '@mcc/geo'
import { useEffect, useMemo, useState } from 'react'
import { useSpeech } from '../i18n/language.js'
import { facilitiesOf, type Facility } from '../rest/facilities.js'
import { useSession } from '../rest/session.js'
import { untilReached } from '../rest/until-reached.js'
import { useIsPast } from '../time/use-moment.js'
import type { FacilityRow } from './facility-rows.js'

/** The facilities of a province, or why they are not there. */
export type Listed =
  | { kind: 'forbidden' }
  | { kind: 'past' }
  | { kind: 'loading' }
  | { kind: 'failed'; again: () => void }
  | {
      kind: 'listed'
      rows: readonly FacilityRow[]
      /** Looks again. */
      again: () => void
      /** All of them asked for anew, to be saved. Throws when they do not come. */
      forFile: () => Promise<readonly FacilityRow[]>
    }

/** Facilities with the names of their districts. */
function withPlaces(code: ProvinceCode, rows: readonly Facility[], unknown: string): FacilityRow[] {
  const names = new Map(districtsOf(code).map((d) => [d.code, d.name]))
  return rows.map((row) => ({ ...row, place: names.get(row.district ?? '') ?? unknown }))
}

/** The facilities as they were when the page opened: one look, which goes on record, for map and list. */
export function useFacilities(code: ProvinceCode): Listed {
  const { m } = useSpeech()
  const { caller } = useSession()
  const past = useIsPast()
  const allowed = allows(caller, 'facility.lines', code)
  const asked = allowed && !past
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof facilitiesOf>>>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (!asked) return undefined
    return untilReached(() => facilitiesOf(code), setAnswer)
  }, [code, tries, asked])
  return useMemo((): Listed => {
    if (!allowed) return { kind: 'forbidden' }
    if (past) return { kind: 'past' }
    if (answer === undefined) return { kind: 'loading' }
    const again = () => setTries((n) => n + 1)
    if (!answer.ok) return answer.failure === 'forbidden' ? { kind: 'forbidden' } : { kind: 'failed', again }
    const named = (rows: readonly Facility[]) => withPlaces(code, rows, m.province.unknownDistrict)
    const forFile = async () => {
      const got = await facilitiesOf(code, 'export')
      if (!got.ok) throw new Error(`the facilities did not come: ${got.failure}`)
      return named(got.value.facilities)
    }
    return { kind: 'listed', rows: named(answer.value.facilities), again, forFile }
  }, [allowed, past, answer, code, m])
}
