import { useSpeech } from '../i18n/language.js'
import { dataTimeOf } from '../live/live-store.js'
import { useLiveState } from '../live/use-live.js'
import { useSession } from '../rest/session.js'
import type { ProvinceRow } from './province-row.js'
import { csvFileName, provincesCsv } from './provinces-csv.js'

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** Saves the rows as they stand in the table. */
export function ExportButton({ rows }: { rows: readonly ProvinceRow[] }) {
  const { m } = useSpeech()
  const { exercise } = useSession()
  const asOf = useLiveState(dataTimeOf)
  if (asOf === undefined) return null
  return (
    <button
      type="button"
      className="button"
      onClick={() => save(csvFileName(asOf, exercise, m), provincesCsv(rows, asOf, exercise, m))}
    >
      {m.table.export}
    </button>
  )
}
