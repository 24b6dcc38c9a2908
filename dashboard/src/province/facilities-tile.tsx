import type { ProvinceCode } from '@mcc/contract'
import { Moved } from '../design/moved.js'
import { Tile } from '../design/tile.js'
import { rawValue } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { FacilitiesTable } from './facilities-table.js'
import type { Listed } from './use-facilities.js'

interface Props {
  code: ProvinceCode
  listed: Listed
}

function Facilities({ code, listed }: Props) {
  const { m } = useSpeech()
  const doses = useTopic('nation')?.units[code].doses
  if (listed.kind === 'forbidden') return <p className="quiet-state">{m.facilities.noLines}</p>
  if (listed.kind === 'past') return <p className="quiet-state">{m.times.noPast}</p>
  if (listed.kind === 'loading') return <p className="quiet-state">{m.loading}</p>
  if (listed.kind === 'failed')
    return (
      <p className="quiet-state">
        {m.facilities.failed}{' '}
        <button type="button" className="link" onClick={listed.again}>
          {m.retry}
        </button>
      </p>
    )
  if (listed.rows.length === 0) return <p className="quiet-state">{m.facilities.empty}</p>
  return (
    <>
      <p>
        <Moved count={rawValue(doses)} word={m.facilities.moved} again={listed.again} />
      </p>
      <FacilitiesTable all={listed.rows} code={code} forFile={listed.forFile} />
    </>
  )
}

/** The facilities of the province, as they were when the page opened, and whether its doses have moved since; who may not see them is told so. */
export function FacilitiesTile(props: Props) {
  const { m } = useSpeech()
  return (
    <Tile title={m.facilities.title} id="facilities">
      <Facilities {...props} />
    </Tile>
  )
}
