import type { DecisionSummary } from '@mcc/contract'
import { SearchField } from '../design/search-field.js'
import { ExportMenu } from '../exports/export-menu.js'
import { useSpeech } from '../i18n/language.js'
import { fold } from '../places/fold.js'
import { decisionsExport } from './allocation-export.js'
import { useAllocationSearch } from './use-allocation-search.js'

/** The decisions, newest first, searched by number. */
export function DecisionsTable({ decisions }: { decisions: readonly DecisionSummary[] }) {
  const speech = useSpeech()
  const { m, f } = speech
  const words = m.desks.allocated
  const [{ decision = '' }, change] = useAllocationSearch()
  if (decisions.length === 0) return <p className="quiet-state">{m.allocation.none}</p>
  const shown = decisions.filter((d) => fold(d.number).includes(fold(decision)))
  return (
    <>
      <div className="table-controls">
        <SearchField
          label={words.findDecision}
          value={decision}
          change={(value) => change({ decision: value })}
        />
        <ExportMenu table={() => decisionsExport(shown, decision, speech)} />
      </div>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.round}</th>
            <th scope="col">{m.day}</th>
            <th scope="col">{words.doses}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((d) => (
            <tr key={`${d.number} ${d.day}`}>
              <th scope="row">{d.number}</th>
              <td>{f.count(d.round)}</td>
              <td>{f.day(d.day)}</td>
              <td>{f.count(d.doses)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className="quiet-state">{words.noDecision}</p>}
    </>
  )
}
