import { useState, type RefObject } from 'react'
import { Drop } from '../design/drop.js'
import { useSpeech } from '../i18n/language.js'
import { csvOf } from './csv.js'
import { exportFileName } from './file-name.js'
import { save } from './save.js'
import type { ExportTable } from './table.js'
import { useExportStand } from './use-export-stand.js'

interface Picture {
  /** The box with the chart or map that is drawn. */
  box: RefObject<HTMLElement | null>
  title: string
  /** Middle of the file name, ASCII. */
  file: string
  /** Whose drawing lies under it, beside the product's own source line. */
  source?: string
}
interface Props<Row> {
  /** Rows as shown; made when a file is asked for. */
  table?: () => ExportTable<Row>
  /** In place of `table` for lines that are on record: all that match are asked for anew, as a file. */
  fetchTable?: () => Promise<ExportTable<Row>>
  picture?: Picture
  /** When the rows were read, if they are no figures of the data time. */
  readAt?: string
}

interface ItemsProps {
  rows: boolean
  picture: boolean
  /** Rows shown, if they are what is saved. */
  counted?: number | undefined
  /** The look at the lines goes on record. */
  onRecord?: boolean
  failed: boolean
  press: (kind: 'csv' | 'xlsx' | 'png') => void
}

/** The kinds of file on offer, and what is to be known of them. */
export function ExportItems({ rows, picture, counted, onRecord, failed, press }: ItemsProps) {
  const { m, f } = useSpeech()
  const kinds = [...(rows ? (['csv', 'xlsx'] as const) : []), ...(picture ? (['png'] as const) : [])]
  return (
    <>
      {kinds.map((kind) => (
        <button key={kind} type="button" className="drop-item" onClick={() => press(kind)}>
          {m.exports[kind]}
        </button>
      ))}
      {counted !== undefined && <p className="drop-note">{m.exports.rows(f.count(counted))}</p>}
      {onRecord && <p className="drop-note">{m.exports.onRecord}</p>}
      {failed && (
        <p className="drop-note" role="status">
          {m.exports.failed}
        </p>
      )}
    </>
  )
}

/** Saves what a view shows: its rows as CSV or for Excel, its chart or map as a picture. */
export function ExportMenu<Row>({ table, fetchTable, picture, readAt }: Props<Row>) {
  const speech = useSpeech()
  const { m } = speech
  const stand = useExportStand(readAt)
  const [failed, setFailed] = useState(false)
  if (stand === undefined) return null
  const run = (save: () => Promise<void>, close: () => void) => {
    setFailed(false)
    save().then(close, () => setFailed(true))
  }
  const rowsOf = fetchTable ?? table
  const asCsv = async (rows: ExportTable<Row>) =>
    save(
      exportFileName(rows.file, 'csv', stand, m),
      new Blob([csvOf(rows, stand, m)], { type: 'text/csv;charset=utf-8' }),
    )
  const asXlsx = async (rows: ExportTable<Row>) => {
    const { xlsxOf } = await import('./xlsx.js')
    save(exportFileName(rows.file, 'xlsx', stand, m), await xlsxOf(rows, stand, speech))
  }
  const asPng = async ({ box, title, file, source }: Picture) => {
    const { pictureOf } = await import('./picture.js')
    if (!box.current) throw new Error('nothing is drawn')
    save(
      exportFileName(file, 'png', stand, m),
      await pictureOf(box.current, { title, source, stand }, speech),
    )
  }
  const make = async (kind: 'csv' | 'xlsx' | 'png') => {
    if (kind === 'png' && picture) return asPng(picture)
    const rows = await rowsOf?.()
    return rows && (kind === 'csv' ? asCsv(rows) : asXlsx(rows))
  }
  return (
    <Drop label={m.exports.menu} name={m.exports.menu} right>
      {(close) => (
        <ExportItems
          rows={rowsOf !== undefined}
          picture={picture !== undefined}
          counted={table?.().rows.length}
          onRecord={fetchTable !== undefined}
          failed={failed}
          press={(kind) => run(() => make(kind), close)}
        />
      )}
    </Drop>
  )
}
