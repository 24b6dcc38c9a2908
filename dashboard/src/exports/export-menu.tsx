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
  picture?: Picture
}

/** Saves what a view shows: its rows as CSV or for Excel, its chart or map as a picture. */
export function ExportMenu<Row>({ table, picture }: Props<Row>) {
  const speech = useSpeech()
  const { m, f } = speech
  const stand = useExportStand()
  const [failed, setFailed] = useState(false)
  if (stand === undefined) return null
  const run = (make: () => Promise<void>, close: () => void) => {
    setFailed(false)
    make().then(close, () => setFailed(true))
  }
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
  return (
    <Drop label={m.exports.menu} name={m.exports.menu} right>
      {(close) => (
        <>
          {table && (
            <>
              <button type="button" className="drop-item" onClick={() => run(() => asCsv(table()), close)}>
                {m.exports.csv}
              </button>
              <button type="button" className="drop-item" onClick={() => run(() => asXlsx(table()), close)}>
                {m.exports.xlsx}
              </button>
            </>
          )}
          {picture && (
            <button type="button" className="drop-item" onClick={() => run(() => asPng(picture), close)}>
              {m.exports.png}
            </button>
          )}
          {table && <p className="drop-note">{m.exports.rows(f.count(table().rows.length))}</p>}
          {failed && (
            <p className="drop-note" role="status">
              {m.exports.failed}
            </p>
          )}
        </>
      )}
    </Drop>
  )
}
