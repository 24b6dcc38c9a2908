import { useState } from 'react'
import { SortHead, type Direction } from '../design/sort-head.js'
import { Tile } from '../design/tile.js'
import { FigureText } from '../figures/figure-text.js'
import { numberOf } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import { UNITS } from './samples.js'

const COLUMNS = ['unit', 'doses', 'coverageOne'] as const
type Column = (typeof COLUMNS)[number]
const ROWS = ['77', '46', '79', '48'] as const

/** A table whose rows one chooses, sorted by `sort`. */
function SortedTable({ by, title }: { by: Column; title: string }) {
  const { m, f, language } = useSpeech()
  const [{ sort, dir }, change] = useState<{ sort: Column; dir: Direction }>({
    sort: by,
    dir: by === 'unit' ? 'asc' : 'desc',
  })
  const value = (code: (typeof ROWS)[number]) =>
    sort === 'unit' ? Number(code) : (numberOf(UNITS[code][sort]) ?? -1)
  const up = ROWS.toSorted((a, b) => value(a) - value(b))
  return (
    <Tile title={title}>
      <table className="figures provinces">
        <thead>
          <tr>
            {COLUMNS.map((key) => (
              <SortHead
                key={key}
                of={key}
                name={m.table[key]}
                sort={sort}
                descending={dir === 'desc'}
                change={change}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {(dir === 'asc' ? up : up.toReversed()).map((code) => (
            <tr key={code} className={code === '79' ? 'chosen' : ''}>
              <th scope="row">
                <button type="button" className="link" aria-pressed={code === '79'}>
                  {unitName(code, language)}
                </button>
              </th>
              <td>
                <FigureText figure={UNITS[code].doses} format={f.count} compact />
              </td>
              <td>
                <FigureText figure={UNITS[code].coverageOne} format={f.rate} compact />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="table-signs">{m.table.signs}</p>
    </Tile>
  )
}

/** Tables sorted by name and by number. */
export function TablesPart() {
  const { m } = useSpeech()
  return (
    <>
      <SortedTable by="unit" title={m.gallery.byName} />
      <SortedTable by="doses" title={m.gallery.byNumber} />
    </>
  )
}
