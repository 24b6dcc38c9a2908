import type { AllocationState } from '@mcc/contract'
import { ALLOCATION_SORTS } from '../app/search.js'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import type { Messages } from '../i18n/vi.js'
import { unitRows, type AllocationSort } from './unit-rows.js'
import { useAllocationSearch } from './use-allocation-search.js'

const FIGURES = ['allocated', 'received', 'given', 'utilisation'] as const

function nameOf(key: AllocationSort, m: Messages): string {
  if (key === 'unit') return m.table.unit
  return key === 'utilisation' ? m.desks.allocated.utilisation : m.allocation[key]
}

function Head({ sort, descending }: { sort: AllocationSort; descending: boolean }) {
  const { m } = useSpeech()
  const [, change] = useAllocationSearch()
  const next = (key: AllocationSort) =>
    key === sort ? (descending ? 'asc' : 'desc') : key === 'unit' ? 'asc' : 'desc'
  return (
    <thead>
      <tr>
        {ALLOCATION_SORTS.map((key) => (
          <th
            key={key}
            scope="col"
            aria-sort={key === sort ? (descending ? 'descending' : 'ascending') : undefined}
          >
            <button type="button" className="sort" onClick={() => change({ sort: key, dir: next(key) })}>
              {nameOf(key, m)}
              <span aria-hidden="true" className="sort-arrow">
                {key === sort ? (descending ? '↓' : '↑') : ''}
              </span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** Allocated, received, given and use of each unit: searched without marks, sorted by any column. */
export function UnitsTable({ state }: { state: AllocationState }) {
  const { m, f, language } = useSpeech()
  const [{ q = '', sort = 'allocated', dir }, change] = useAllocationSearch()
  const descending = (dir ?? (sort === 'unit' ? 'asc' : 'desc')) === 'desc'
  const rows = unitRows(state.units, language, q, sort, descending)
  return (
    <>
      <div className="table-controls">
        <label>
          <span className="visually-hidden">{m.table.search}</span>
          <input
            type="search"
            value={q}
            placeholder={`${m.table.search}, ${m.table.searchHint}`}
            maxLength={60}
            onChange={(event) => change({ q: event.currentTarget.value || undefined })}
          />
        </label>
      </div>
      <p className="table-signs">
        {m.desks.allocated.fair} {m.table.signs}
      </p>
      <div className="allocation-scroll" tabIndex={0} role="group" aria-label={m.desks.allocated.byUnit}>
        <table className="figures">
          <Head sort={sort} descending={descending} />
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
