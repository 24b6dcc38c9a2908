import { allows, productOf, type UnitCode } from '@mcc/contract'
import { useEffect, useRef, useState } from 'react'
import { SeriousMark } from '../aefi/serious-mark.js'
import { Dotted } from '../design/dotted.js'
import { Tile } from '../design/tile.js'
import { rawValue } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { reactionName } from '../i18n/reactions.js'
import { useTopic } from '../live/use-live.js'
import { unitName } from '../places/unit-names.js'
import { ExportMenu } from '../exports/export-menu.js'
import { AefiProducts } from './aefi-products.js'
import { newestCases, type AefiCase } from '../rest/aefi-cases.js'
import type { Answer } from '../rest/request.js'
import { useSession } from '../rest/session.js'
import { whenMoved } from '../rest/when-moved.js'
import { useIsPast } from '../time/use-moment.js'
import { ratesExport } from './rates-export.js'

const LISTED = 6

/** The newest cases of a place, asked for again when the count of cases has moved. */
function useCases(allowed: boolean, province: string | undefined): Answer<AefiCase[]> | undefined {
  const aefi = useTopic('aefi')
  const count = useRef<string>(undefined)
  const [got, setGot] = useState<{ province: string | undefined; answer: Answer<AefiCase[]> }>()
  useEffect(() => {
    count.current = rawValue(aefi?.cases)
  }, [aefi?.cases])
  useEffect(() => {
    if (!allowed) return undefined
    return whenMoved(
      () => newestCases(province, LISTED),
      () => count.current,
      (answer) => setGot({ province, answer }),
    )
  }, [allowed, province])
  return got?.province === province ? got?.answer : undefined
}

function CaseLine({ of }: { of: AefiCase }) {
  const { m, f, language } = useSpeech()
  return (
    <li>
      <p>
        <SeriousMark of={of} />
        {of.reactions.map((term) => reactionName(term, language)).join(', ')}
      </p>
      <p className="quiet-state">
        <Dotted
          items={[
            f.moment(of.notifiedAt),
            unitName(of.unit, language),
            `${productOf(of.product).short}, ${m.aefiList.doseNo(of.doseNo)}, ${m.lot} ${of.lot}`,
            m.outcome[of.outcome],
          ]}
        />
      </p>
    </li>
  )
}

function Cases({ answer }: { answer: Answer<AefiCase[]> | undefined }) {
  const { m } = useSpeech()
  if (answer === undefined) return <p className="quiet-state">{m.loading}</p>
  if (!answer.ok)
    return (
      <p className="quiet-state">
        {answer.failure === 'forbidden' ? m.aefiList.notAllowed : m.aefiList.failed}
      </p>
    )
  if (answer.value.length === 0) return <p className="quiet-state">{m.aefiList.empty}</p>
  return (
    <ul className="cases">
      {answer.value.map((one) => (
        <CaseLine key={`${one.notifiedAt} ${one.id}`} of={one} />
      ))}
    </ul>
  )
}

/** For the nation the table by product; then the newest adverse events of the caller's scope; who may not see lines is told so. */
export function AefiList({ province }: { province: UnitCode | undefined }) {
  const speech = useSpeech()
  const { m } = speech
  const { caller } = useSession()
  const scope = province ?? caller?.province
  const allowed = allows(caller, 'aefi.lines', scope)
  const past = useIsPast()
  const answer = useCases(allowed && !past, scope)
  const aefi = useTopic('aefi')
  const save = province === undefined && aefi && (
    <ExportMenu table={() => ratesExport(aefi, `${m.aefi.table}, ${m.nation}`, speech)} />
  )
  return (
    <Tile
      title={province === undefined ? m.figures.aefi : m.aefiList.title}
      className="desk-aefi"
      aside={save}
    >
      {province === undefined && aefi && <AefiProducts aefi={aefi} />}
      {province === undefined && allowed && <h3 className="aefi-newest">{m.aefiList.title}</h3>}
      {!allowed && <p className="quiet-state">{m.aefiList.notAllowed}</p>}
      {allowed && past && <p className="quiet-state">{m.times.noPast}</p>}
      {allowed && !past && <Cases answer={answer} />}
    </Tile>
  )
}
