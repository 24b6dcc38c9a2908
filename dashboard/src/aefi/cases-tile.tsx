import { allows } from '@mcc/contract'
import { useState } from 'react'
import { Tile } from '../design/tile.js'
import { rawValue } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { useSession } from '../rest/session.js'
import { useIsPast } from '../time/use-moment.js'
import { CasesTable } from './cases-table.js'
import { FilterSentence } from './filter-sentence.js'
import { useAefiSearch } from './use-aefi-search.js'
import { useCases } from './use-cases.js'

/** Says that the count has moved since the list was loaded: the list itself does not jump under the reader. */
function Moved({ reload }: { reload: () => void }) {
  const { m } = useSpeech()
  const count = rawValue(useTopic('aefi')?.cases)
  const [seen, setSeen] = useState(count)
  if (seen === '' && count !== '') setSeen(count)
  if (seen === count || seen === '') return null
  const again = () => {
    setSeen(count)
    reload()
  }
  return (
    <button type="button" className="link" onClick={again}>
      {m.cases.moved}
    </button>
  )
}

function Foot({ list }: { list: ReturnType<typeof useCases> }) {
  const { m, f } = useSpeech()
  const [{ lang: _lang, theme: _theme, at: _at, replay: _replay, speed: _speed, ...filter }] = useAefiSearch()
  if (list.failure !== undefined)
    return (
      <p className="quiet-state">
        {list.failure === 'forbidden' ? m.cases.noLines : m.cases.failed}{' '}
        <button type="button" className="link" onClick={list.reload}>
          {m.retry}
        </button>
      </p>
    )
  if (list.loading) return <p className="quiet-state">{m.loading}</p>
  if (list.cases.length === 0)
    return (
      <p className="quiet-state">
        {Object.values(filter).some((part) => part !== undefined) ? m.cases.noMatch : m.cases.empty}
      </p>
    )
  const shown = f.count(list.cases.length)
  if (list.next === null) return <p className="quiet-state">{m.cases.allShown(shown)}</p>
  return (
    <p className="quiet-state">
      {m.cases.shownSoFar(shown)}{' '}
      <button type="button" className="link" onClick={list.more}>
        {m.cases.more}
      </button>
    </p>
  )
}

function Cases() {
  const { m } = useSpeech()
  const [{ lang: _lang, theme: _theme, at: _at, replay: _replay, speed: _speed, ...filter }] = useAefiSearch()
  const { caller } = useSession()
  const list = useCases({ ...filter, ...(caller?.province && { province: caller.province }) }, true)
  return (
    <>
      <FilterSentence />
      <p className="table-signs">
        {m.aefi.caveat} {m.cases.keys} <Moved reload={list.reload} />
      </p>
      {list.cases.length > 0 && <CasesTable cases={list.cases} />}
      <Foot list={list} />
    </>
  )
}

/** The lines of the caller's scope; who may not see lines is told why. */
export function CasesTile() {
  const { m } = useSpeech()
  const { caller } = useSession()
  const past = useIsPast()
  const allowed = allows(caller, 'aefi.lines', caller?.province)
  return (
    <Tile title={m.cases.list} className="aefi-wide">
      {!allowed && <p className="quiet-state">{m.cases.noLines}</p>}
      {allowed && past && <p className="quiet-state">{m.times.noPast}</p>}
      {allowed && !past && <Cases />}
    </Tile>
  )
}
