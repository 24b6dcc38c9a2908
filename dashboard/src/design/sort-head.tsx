export type Direction = 'asc' | 'desc'

interface Props<K extends string> {
  of: K
  name: string
  sort: K
  descending: boolean
  change: (part: { sort: K; dir: Direction }) => void
}

/** A heading that sorts; numbers begin with the largest, names (`unit`) with A. */
export function SortHead<K extends string>({ of, name, sort, descending, change }: Props<K>) {
  const here = of === sort
  const dir = here ? (descending ? 'asc' : 'desc') : of === 'unit' ? 'asc' : 'desc'
  return (
    <th scope="col" aria-sort={here ? (descending ? 'descending' : 'ascending') : undefined}>
      <button type="button" className="sort" onClick={() => change({ sort: of, dir })}>
        {name}
        <span aria-hidden="true" className="sort-arrow">
          {here ? (descending ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  )
}
