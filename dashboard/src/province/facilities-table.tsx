import { useState } from 'react'
import { useSpeech } from '../i18n/language.js'
import { FACILITY_SORTS, facilityRows, type FacilityRow, type FacilitySort } from './facility-rows.js'

const PAGE = 20

function Line({ of }: { of: FacilityRow }) {
  const { m, f } = useSpeech()
  return (
    <tr>
      <th scope="row">
        {of.name}
        <p className="quiet-state">
          {of.place} · {m.facilities.kinds[of.kind]}
          {!of.open && ` · ${m.facilities.closed}`}
        </p>
      </th>
      <td>{f.count(of.doses)}</td>
      <td>{f.count(of.today)}</td>
    </tr>
  )
}

function Pages({ first, all, turn }: { first: number; all: number; turn: (first: number) => void }) {
  const { m, f } = useSpeech()
  const last = Math.min(first + PAGE, all)
  return (
    <p className="quiet-state facility-pages">
      <span role="status">{m.facilities.shown(f.count(first + 1), f.count(last), f.count(all))}</span>
      {first > 0 && (
        <button type="button" className="link" onClick={() => turn(first - PAGE)}>
          {m.facilities.before}
        </button>
      )}
      {last < all && (
        <button type="button" className="link" onClick={() => turn(last)}>
          {m.facilities.after}
        </button>
      )}
    </p>
  )
}

/** Facilities found, sorted and leafed through. */
export function FacilitiesTable({ all }: { all: readonly FacilityRow[] }) {
  const { m } = useSpeech()
  const [typed, setTyped] = useState('')
  const [sort, setSort] = useState<FacilitySort>('doses')
  const [first, setFirst] = useState(0)
  const rows = facilityRows(all, typed, sort)
  const heads = { name: m.facilities.name, doses: m.figures.doses, today: m.figures.todayShort }
  return (
    <>
      <input
        type="search"
        className="facility-find"
        aria-label={m.facilities.find}
        placeholder={m.facilities.find}
        maxLength={60}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setFirst(0)
        }}
      />
      {rows.length === 0 && <p className="quiet-state">{m.facilities.noMatch}</p>}
      {rows.length > 0 && (
        <>
          <table className="figures districts">
            <thead>
              <tr>
                {FACILITY_SORTS.map((by) => (
                  <th
                    key={by}
                    scope="col"
                    aria-sort={by === sort ? (by === 'name' ? 'ascending' : 'descending') : undefined}
                  >
                    <button
                      type="button"
                      className="sort"
                      onClick={() => {
                        setSort(by)
                        setFirst(0)
                      }}
                    >
                      {heads[by]}
                      <span aria-hidden="true" className="sort-arrow">
                        {by === sort ? (by === 'name' ? '↑' : '↓') : ''}
                      </span>
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(first, first + PAGE).map((row) => (
                <Line key={row.id} of={row} />
              ))}
            </tbody>
          </table>
          <Pages first={first} all={rows.length} turn={setFirst} />
        </>
      )}
    </>
  )
}
