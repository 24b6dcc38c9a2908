import { useSpeech } from '../i18n/language.js'
import type { FacilityRow } from './facility-rows.js'

/** Leads from the map to the row of the facility that is marked. */
function toRow(id: string): void {
  const row = [...document.querySelectorAll<HTMLElement>('[data-facility]')].find(
    (one) => one.dataset['facility'] === id,
  )
  row?.querySelector('button')?.focus()
  row?.scrollIntoView({ block: 'center' })
}

/** What the marks mean, and in words which facility is marked. */
export function MarkedNote({ rows, marked }: { rows: readonly FacilityRow[]; marked: string | undefined }) {
  const { m, f } = useSpeech()
  const row = rows.find(({ id }) => id === marked)
  return (
    <p className="map-note" role="status">
      {row === undefined ? (
        rows.length > 0 && m.facilities.pins
      ) : (
        <>
          {m.facilities.chosen(row.name, row.place, f.count(row.doses), f.count(row.today))}{' '}
          <button type="button" className="link" onClick={() => toRow(row.id)}>
            {m.facilities.toRow}
          </button>
        </>
      )}
    </p>
  )
}
