export type Direction = 'asc' | 'desc'

interface Props<K extends string> {
  of: K
  name: string
  sort: K
  descending: boolean
  /** Begins with A or the first; so do names (`unit`, `name`). */
  rising?: boolean
  change: (part: { sort: K; dir: Direction }) => void
}

const isName = (column: string): boolean => column === 'unit' || column === 'name'

/** A heading that sorts, its arrow on the side where the column has room; numbers begin with the largest, names with A. */
export function SortHead<K extends string>({
  of,
  name,
  sort,
  descending,
  rising = isName(of),
  change,
}: Props<K>) {
  const here = of === sort
  const arrow = (
    <span aria-hidden="true" className="sort-arrow">
      {here ? (descending ? '↓' : '↑') : ''}
    </span>
  )
  const dir = here ? (descending ? 'asc' : 'desc') : rising ? 'asc' : 'desc'
  return (
    <th scope="col" aria-sort={here ? (descending ? 'descending' : 'ascending') : undefined}>
      <button type="button" className="sort" onClick={() => change({ sort: of, dir })}>
        {!isName(of) && arrow}
        {name}
        {isName(of) && arrow}
      </button>
    </th>
  )
}
