import { allows } from '@mcc/contract'
import { Moved } from '../design/moved.js'
import '../design/read-part.css'
import { Tile } from '../design/tile.js'
import { useHeir } from '../design/use-heir.js'
import { ExportMenu } from '../exports/export-menu.js'
import { rawValue } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { allCases } from '../rest/aefi-cases.js'
import { useSession } from '../rest/session.js'
import { useIsPast } from '../time/use-moment.js'
import { casesExport } from './cases-export.js'
import { CasesTable } from './cases-table.js'
import { FilterSentence } from './filter-sentence.js'
import { useCaseFilter } from './use-case-filter.js'
import { useCases } from './use-cases.js'

type List = ReturnType<typeof useCases>

function Foot({ list, press }: { list: List; press: () => void }) {
  const { m, f } = useSpeech()
  const { narrowed } = useCaseFilter()
  const pressed = (act: () => void) => () => {
    press()
    act()
  }
  if (list.failure !== undefined)
    return (
      <p className="quiet-state">
        {list.failure === 'forbidden' ? m.cases.noLines : m.cases.failed}{' '}
        <button type="button" className="link" onClick={pressed(list.reload)}>
          {m.retry}
        </button>
      </p>
    )
  if (list.loading) return <p className="quiet-state">{m.loading}</p>
  if (list.cases.length === 0)
    return <p className="quiet-state">{narrowed ? m.cases.noMatch : m.cases.empty}</p>
  const shown = f.count(list.cases.length)
  if (list.next === null) return <p className="quiet-state">{m.cases.allShown(shown)}</p>
  return (
    <p className="quiet-state">
      {m.cases.shownSoFar(shown)}{' '}
      <button type="button" className="link" onClick={pressed(list.more)}>
        {m.cases.more}
      </button>
    </p>
  )
}

function Cases() {
  const { m } = useSpeech()
  const { filter } = useCaseFilter()
  const list = useCases(filter)
  const { heir, press } = useHeir()
  const count = rawValue(useTopic('aefi')?.cases)
  return (
    <>
      <FilterSentence />
      <p className="table-signs">
        {m.aefi.caveat} <span className="by-keys">{m.cases.keys}</span>{' '}
        <Moved count={count} word={m.cases.moved} again={list.reload} />
      </p>
      {list.cases.length > 0 && (
        <div className="read-part" aria-busy={list.behind}>
          <CasesTable cases={list.cases} />
        </div>
      )}
      <div ref={heir} tabIndex={-1}>
        <Foot list={list} press={press} />
      </div>
    </>
  )
}

function SaveCases() {
  const speech = useSpeech()
  const { filter } = useCaseFilter()
  return <ExportMenu fetchTable={async () => casesExport(await allCases(filter), filter, speech)} />
}

/** The lines of the caller's scope; who may not see lines is told why. */
export function CasesTile() {
  const { m } = useSpeech()
  const { caller } = useSession()
  const past = useIsPast()
  const allowed = allows(caller, 'aefi.lines', caller?.province)
  return (
    <Tile title={m.cases.list} className="desk-whole" aside={allowed && !past && <SaveCases />}>
      {!allowed && <p className="quiet-state">{m.cases.noLines}</p>}
      {allowed && past && <p className="quiet-state">{m.times.noPast}</p>}
      {allowed && !past && <Cases />}
    </Tile>
  )
}
