import { Fragment, useState, type ReactNode } from 'react'
import { useSpeech } from '../i18n/language.js'
import './rows-table.css'
import { useHeir } from './use-heir.js'
import { useWide } from './use-wide.js'

export interface RowColumn<Row> {
  head: string
  cell: (row: Row) => ReactNode
  /** Words stand left, numbers right. */
  words?: boolean
}
interface Props<Row> {
  caption: string
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** What a row is called. */
  name: RowColumn<Row>
  columns: readonly RowColumn<Row>[]
  /** Rows stand by a figure and change ranks. */
  ranked?: boolean
  /** Rows in which something is amiss. */
  off?: (row: Row) => boolean
  /** Rows shown at first. */
  page?: number
  /** What unfolds under a row, and what its button says. */
  detail?: { show: string; hide: string; of: (row: Row) => ReactNode }
}
type Folding = { open: string | undefined; turn: (key: string) => void }

function DetailButton<Row>({ row, of, folding }: { row: Row; of: Props<Row>; folding: Folding }) {
  const { detail, keyOf } = of
  if (!detail) return null
  const open = folding.open === keyOf(row)
  return (
    <button
      type="button"
      className="link rows-more"
      aria-expanded={open}
      onClick={() => folding.turn(keyOf(row))}
    >
      {open ? detail.hide : detail.show}
    </button>
  )
}

function Wide<Row>({ of, folding }: { of: Props<Row>; folding: Folding }) {
  const { caption, rows, keyOf, name, columns, ranked, off, detail } = of
  return (
    <table className={ranked ? 'figures rows-table ranked' : 'figures rows-table'}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {[name, ...columns].map(({ head, words }) => (
            <th key={head} scope="col" data-words={words}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={keyOf(row)}>
            <tr data-off={off?.(row)}>
              <th scope="row">
                {name.cell(row)} <DetailButton row={row} of={of} folding={folding} />
              </th>
              {columns.map(({ head, cell, words }) => (
                <td key={head} data-words={words}>
                  {cell(row)}
                </td>
              ))}
            </tr>
            {detail && folding.open === keyOf(row) && (
              <tr>
                <td colSpan={columns.length + 1} data-words>
                  {detail.of(row)}
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function Narrow<Row>({ of, folding }: { of: Props<Row>; folding: Folding }) {
  const { caption, rows, keyOf, name, columns, ranked, off, detail } = of
  return (
    <ul className={ranked ? 'rows-cards ranked' : 'rows-cards'} aria-label={caption}>
      {rows.map((row) => (
        <li key={keyOf(row)} data-off={off?.(row)}>
          <p className="rows-card-name">{name.cell(row)}</p>
          <dl>
            {columns.map(({ head, cell, words }) => (
              <div key={head} data-words={words}>
                <dt>{head}</dt>
                <dd>{cell(row)}</dd>
              </div>
            ))}
          </dl>
          <DetailButton row={row} of={of} folding={folding} />
          {detail && folding.open === keyOf(row) && detail.of(row)}
        </li>
      ))}
    </ul>
  )
}

const PAGE = 50

/** Rows as a table where there is room, else as one card below the other; one row's details unfold at a time. */
export function RowsTable<Row>(props: Props<Row>) {
  const { m, f } = useSpeech()
  const wide = useWide()
  const [open, setOpen] = useState<string>()
  const [more, setMore] = useState(0)
  const { page = PAGE } = props
  const shown = page + more
  const folding = { open, turn: (key: string) => setOpen(open === key ? undefined : key) }
  const of = { ...props, rows: props.rows.slice(0, shown) }
  const left = props.rows.length - shown
  const { heir, press } = useHeir()
  const showMore = () => {
    press()
    setMore(more + 4 * PAGE)
  }
  return (
    <>
      {wide ? <Wide of={of} folding={folding} /> : <Narrow of={of} folding={folding} />}
      {props.rows.length > page && (
        <p ref={heir} tabIndex={-1} className="quiet-state">
          {left > 0 && (
            <button type="button" className="link" onClick={showMore}>
              {m.reads.more(f.count(left))}
            </button>
          )}
        </p>
      )}
    </>
  )
}
