import { useState, type ReactNode } from 'react'
import { useSpeech } from '../i18n/language.js'
import { Tile } from './tile.js'

interface Props {
  title: string
  className?: string
  of: 'chart' | 'map'
  /** The same figures as rows; drawn only when asked for. */
  table: () => ReactNode
  /** More controls in the head, as the menu of files. */
  controls?: (asTable: boolean) => ReactNode
  /** Why there is nothing to draw. */
  empty?: string | undefined
  /** Begins as the table. */
  asTable?: boolean
  /** The drawing. */
  children: ReactNode
}

/** A chart or map with its table twin behind one button: who cannot see or point reads the rows. */
export function TwinTile({ title, className = '', of, table, controls, empty, children, ...begin }: Props) {
  const { m } = useSpeech()
  const [asTable, setAsTable] = useState(begin.asTable ?? false)
  const head = (
    <span className="tile-controls">
      <button type="button" className="link" onClick={() => setAsTable(!asTable)}>
        {asTable ? (of === 'chart' ? m.asChart : m.asMap) : m.asTable}
      </button>
      {controls?.(asTable)}
    </span>
  )
  return (
    <Tile title={title} className={className} aside={empty === undefined && head}>
      {empty !== undefined && <p className="quiet-state">{empty}</p>}
      {empty === undefined && asTable && (
        <div className="scroll-y" tabIndex={0} role="group" aria-label={title}>
          {table()}
        </div>
      )}
      {empty === undefined && !asTable && children}
    </Tile>
  )
}
