import type { ProvinceCode } from '@mcc/contract'
import { useState } from 'react'
import { FACILITY_SORTS } from '../app/search.js'
import { Dotted } from '../design/dotted.js'
import { Pages } from '../design/pages.js'
import { SortHead, type Direction } from '../design/sort-head.js'
import { ExportMenu } from '../exports/export-menu.js'
import { useSpeech } from '../i18n/language.js'
import { facilitiesExport } from './facilities-export.js'
import { FacilityFilterSentence } from './facility-filter.js'
import { facilityRows, type FacilityRow, type FacilitySort } from './facility-rows.js'
import { useProvinceSearch } from './use-province-search.js'

const PAGE = 20

/** Numbers from the largest, names from A, unless the address says otherwise. */
const isDescending = (sort: FacilitySort, dir: Direction | undefined): boolean =>
  (dir ?? (sort === 'name' ? 'asc' : 'desc')) === 'desc'

function Line({ of, marked, press }: { of: FacilityRow; marked: boolean; press: () => void }) {
  const { m, f } = useSpeech()
  return (
    <tr className={marked ? 'chosen' : ''} data-facility={of.id}>
      <th scope="row">
        <button type="button" className="link" aria-pressed={marked} onClick={press}>
          {of.name}
        </button>
        <p className="quiet-state">
          <Dotted
            items={[of.place, m.facilities.kinds[of.kind], ...(of.open ? [] : [m.facilities.closed])]}
          />
        </p>
      </th>
      <td>{f.count(of.doses)}</td>
      <td>{f.count(of.today)}</td>
    </tr>
  )
}

/** Where the page with a facility begins; the first page when it is in none. */
function pageOf(rows: readonly FacilityRow[], id: string | undefined): number {
  const index = Math.max(0, id === undefined ? 0 : rows.findIndex((row) => row.id === id))
  return index - (index % PAGE)
}

function Leaves({ rows }: { rows: readonly FacilityRow[] }) {
  const { m, f } = useSpeech()
  const [{ sort = 'doses', dir, facility }, change] = useProvinceSearch()
  const [first, setFirst] = useState(() => pageOf(rows, facility))
  const [seen, setSeen] = useState(facility)
  if (seen !== facility) {
    setSeen(facility)
    if (facility !== undefined) setFirst(pageOf(rows, facility))
  }
  const all = rows.length
  const last = Math.min(first + PAGE, all)
  const heads = { name: m.facilities.name, doses: m.figures.doses, today: m.figures.todayShort }
  return (
    <>
      <table className="figures districts ranked">
        <thead>
          <tr>
            {FACILITY_SORTS.map((by) => (
              <SortHead
                key={by}
                of={by}
                name={heads[by]}
                sort={sort}
                descending={isDescending(sort, dir)}
                change={change}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(first, first + PAGE).map((row) => (
            <Line
              key={row.id}
              of={row}
              marked={row.id === facility}
              press={() => change({ facility: row.id === facility ? undefined : row.id })}
            />
          ))}
        </tbody>
      </table>
      <Pages
        text={m.facilities.shown(f.count(first + 1), f.count(last), f.count(all))}
        before={first > 0 ? () => setFirst(first - PAGE) : undefined}
        after={last < all ? () => setFirst(last) : undefined}
      />
    </>
  )
}

interface Props {
  all: readonly FacilityRow[]
  code: ProvinceCode
  /** All of them asked for anew, to be saved. Throws when they do not come. */
  forFile: () => Promise<readonly FacilityRow[]>
}

/** Facilities found, sorted and leafed through, the one marked on the map on the page; all of it stands in the address. */
export function FacilitiesTable({ all, code, forFile }: Props) {
  const speech = useSpeech()
  const { m } = speech
  const [{ q, kind, state, sort = 'doses', dir }] = useProvinceSearch()
  const filter = { q, kind, state }
  const arranged = (rows: readonly FacilityRow[]) => facilityRows(rows, filter, sort, isDescending(sort, dir))
  const rows = arranged(all)
  return (
    <>
      <div className="facility-controls">
        <FacilityFilterSentence />
        <ExportMenu
          fetchTable={async () => facilitiesExport(arranged(await forFile()), filter, code, speech)}
        />
      </div>
      {rows.length === 0 && <p className="quiet-state">{m.facilities.noMatch}</p>}
      {rows.length > 0 && <Leaves key={[q, kind, state, sort, dir].join(' ')} rows={rows} />}
    </>
  )
}
