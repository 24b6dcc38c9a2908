import { memo } from 'react'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import { isOutsideProvinces } from '../places/unit-names.js'
import { COLUMNS, PERCENT_COLUMNS, type Column, type ProvinceRow } from './province-row.js'

interface Props {
  row: ProvinceRow
  columns: readonly Column[]
  chosen: boolean
  select: (code: string) => void
}

/** The testid of a unit's doses is the hook of the end-to-end test. */
const testIdOf = (row: ProvinceRow, column: Column): string => `unit-${row.code}-${column}`

function Line({ row, columns, chosen, select }: Props) {
  const { f } = useSpeech()
  return (
    <tr className={chosen ? 'chosen' : ''} data-outside={isOutsideProvinces(row.code) || undefined}>
      <th scope="row">
        <button type="button" className="link" aria-pressed={chosen} onClick={() => select(row.code)}>
          {row.name}
        </button>
      </th>
      {columns.map((column) => (
        <td key={column}>
          <FigureText
            figure={row.figures[column]}
            format={PERCENT_COLUMNS.has(column) ? f.rate : column === 'gap' ? f.signed : f.count}
            testId={testIdOf(row, column)}
            compact
          />
        </td>
      ))}
    </tr>
  )
}
const sameFigures = (a: ProvinceRow, b: ProvinceRow): boolean =>
  a.name === b.name && COLUMNS.every((c) => Object.is(a.figures[c], b.figures[c]))

/** One unit; drawn again only when one of its figures changed. */
export const ProvinceLine = memo(
  Line,
  (a, b) =>
    a.chosen === b.chosen && a.columns === b.columns && a.select === b.select && sameFigures(a.row, b.row),
)
