import type { AllocationState } from '@mcc/contract'
import { ALLOCATION_SORTS } from '../app/search.js'
import { SearchField } from '../design/search-field.js'
import { SortHead } from '../design/sort-head.js'
import { ExportMenu } from '../exports/export-menu.js'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import type { Messages } from '../i18n/vi.js'
import { allocatedUnits } from './allocation-export.js'
import { unitRows, type AllocationSort } from './unit-rows.js'
import { useAllocationSearch } from './use-allocation-search.js'

const FIGURES = ['allocated', 'received', 'given', 'utilisation'] as const

function nameOf(key: AllocationSort, m: Messages): string {
  if (key === 'unit') return m.table.unit
  return key === 'utilisation' ? m.desks.allocated.utilisation : m.allocation[key]
}

/** Allocated, received, given and use of each unit: searched without marks, sorted by any column. */
export function UnitsTable({ state }: { state: AllocationState }) {
  const speech = useSpeech()
  const { m, f, language } = speech
  const [{ q = '', sort = 'allocated', dir }, change] = useAllocationSearch()
  const descending = (dir ?? (sort === 'unit' ? 'asc' : 'desc')) === 'desc'
  const rows = unitRows(state.units, language, q, sort, descending)
  return (
    <>
      <div className="table-controls">
        <SearchField
          label={m.table.search}
          hint={`${m.table.search}, ${m.table.searchHint}`}
          value={q}
          change={(value) => change({ q: value })}
        />
        <ExportMenu table={() => allocatedUnits(rows, q, speech)} />
      </div>
      <p className="table-signs">
        {m.desks.allocated.fair} {m.table.signs}
      </p>
      <div className="scroll-x" tabIndex={0} role="group" aria-label={m.desks.allocated.byUnit}>
        <table className="figures ranked">
          <thead>
            <tr>
              {ALLOCATION_SORTS.map((key) => (
                <SortHead
                  key={key}
                  of={key}
                  name={nameOf(key, m)}
                  sort={sort}
                  descending={descending}
                  change={change}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <th scope="row">{row.name}</th>
                {FIGURES.map((key) => (
                  <td key={key}>
                    <FigureText
                      figure={row[key]}
                      format={key === 'utilisation' ? f.percent : f.count}
                      compact
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p className="quiet-state">{m.table.none}</p>}
    </>
  )
}
