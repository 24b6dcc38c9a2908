import type { NationState, UnitCode } from '@mcc/contract'
import { useMemo, type ReactNode } from 'react'
import type { SortKey } from '../app/search.js'
import { useSpeech } from '../i18n/language.js'
import { SearchField } from '../design/search-field.js'
import { SortHead } from '../design/sort-head.js'
import { useWide } from '../design/use-wide.js'
import { ExportMenu } from '../exports/export-menu.js'
import { ProvinceLine } from './province-line.js'
import { arrange, COLUMNS, rowsOf, type Column } from './province-row.js'
import { provincesExport } from './provinces-export.js'
import { useDeskSearch } from './use-desk-search.js'

interface Props {
  nation: NationState
  chosen: UnitCode | undefined
  select: (code: string) => void
}

/** Narrow screens carry the doses and one column of the reader's choice. */
const columnsFor = (wide: boolean, sort: SortKey): readonly Column[] =>
  wide ? COLUMNS : ['doses', sort === 'unit' || sort === 'doses' ? 'coverageOne' : sort]

function Controls({ rows, children }: { rows: ReturnType<typeof rowsOf>; children?: ReactNode }) {
  const speech = useSpeech()
  const { m } = speech
  const [{ q = '' }, change] = useDeskSearch()
  return (
    <div className="table-controls">
      <SearchField
        label={m.table.search}
        hint={`${m.table.search}, ${m.table.searchHint}`}
        value={q}
        change={(value) => change({ q: value })}
      />
      {children}
      <ExportMenu table={() => provincesExport(rows, q, speech)} />
    </div>
  )
}

function ColumnChoice({ sort, choose }: { sort: SortKey; choose: (column: Column | undefined) => void }) {
  const { m } = useSpeech()
  return (
    <label>
      <span className="visually-hidden">{m.table.sortBy}</span>
      <select
        value={sort}
        onChange={({ currentTarget }) => choose(COLUMNS.find((one) => one === currentTarget.value))}
      >
        {COLUMNS.map((column) => (
          <option key={column} value={column}>
            {m.table[column]}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The 63 provinces with ministries and "not stated" below: searched without marks, sorted in Vietnamese order. */
export function ProvincesTable({ nation, chosen, select }: Props) {
  const { m, language } = useSpeech()
  const wide = useWide()
  const [{ q = '', sort = 'doses', dir }, change] = useDeskSearch()
  const descending = (dir ?? (sort === 'unit' ? 'asc' : 'desc')) === 'desc'
  const rows = useMemo(() => rowsOf(nation, language), [nation, language])
  const shown = useMemo(() => arrange(rows, q, sort, descending), [rows, q, sort, descending])
  const columns = useMemo(() => columnsFor(wide, sort), [wide, sort])
  return (
    <>
      <Controls rows={shown}>
        {!wide && <ColumnChoice sort={sort} choose={(column) => change({ sort: column, dir: undefined })} />}
      </Controls>
      <table className="figures provinces ranked">
        <caption className="visually-hidden">{m.table.caption}</caption>
        <thead>
          <tr>
            {(['unit', ...columns] as const).map((key) => (
              <SortHead
                key={key}
                of={key}
                name={m.table[key]}
                sort={sort}
                descending={descending}
                change={change}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <ProvinceLine
              key={row.code}
              row={row}
              columns={columns}
              chosen={row.code === chosen}
              select={select}
            />
          ))}
        </tbody>
      </table>
      <p className="table-signs">{m.table.signs}</p>
      {shown.length === 0 && <p className="quiet-state">{m.table.none}</p>}
    </>
  )
}
