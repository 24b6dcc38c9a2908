import type { DeskSearch, SortKey } from '../app/search.js'
import { useSpeech } from '../i18n/language.js'

interface Props {
  of: SortKey
  sort: SortKey
  descending: boolean
  change: (part: Partial<DeskSearch>) => void
}

/** A heading that sorts; numbers begin with the largest, names with A. */
export function SortHead({ of, sort, descending, change }: Props) {
  const { m } = useSpeech()
  const here = of === sort
  const next = here ? (descending ? 'asc' : 'desc') : of === 'unit' ? 'asc' : 'desc'
  return (
    <th scope="col" aria-sort={here ? (descending ? 'descending' : 'ascending') : undefined}>
      <button type="button" className="sort" onClick={() => change({ sort: of, dir: next })}>
        {m.table[of]}
        <span aria-hidden="true" className="sort-arrow">
          {here ? (descending ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  )
}
