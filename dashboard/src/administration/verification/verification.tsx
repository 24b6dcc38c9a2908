import { useState } from 'react'
import { ReadPart } from '../../design/read-part.js'
import { SortHead, type Direction } from '../../design/sort-head.js'
import { useWide } from '../../design/use-wide.js'
import { placeColumns } from '../../exports/columns.js'
import { ExportMenu } from '../../exports/export-menu.js'
import type { ExportTable } from '../../exports/table.js'
import { useSpeech, type Speech } from '../../i18n/language.js'
import { unitName } from '../../places/unit-names.js'
import { useRead } from '../../rest/use-read.js'
import { verification, VERIFICATION_PATH, type VerifiedUnit } from '../../rest/verification.js'
import { refusalText } from '../refusal-text.js'
import {
  verifiedRows,
  verifiedTotal,
  VERIFIED_SORTS,
  type VerifiedRow,
  type VerifiedSort,
} from './verified-rows.js'

function exportOf(rows: readonly VerifiedRow[], speech: Speech): ExportTable<VerifiedRow> {
  const { m } = speech
  const words = m.administration
  const doses = (id: 'entered' | 'verified' | 'signed') =>
    ({
      id,
      name: words.verified[id],
      kind: 'number',
      unit: m.units.doses,
      of: (row: VerifiedRow) => row[id],
    }) as const
  return {
    title: words.parts.verification,
    file: words.files.verification,
    columns: [
      ...placeColumns<VerifiedRow>(
        (row) => row.code,
        m.table.unit,
        (row) => row.name,
        speech,
      ),
      doses('entered'),
      doses('verified'),
      doses('signed'),
    ],
    rows,
    filters: [],
  }
}

function Part({ doses, share }: { doses: number; share: number | undefined }) {
  const { f } = useSpeech()
  const wide = useWide()
  if (share === undefined) return f.count(doses)
  return (
    <>
      {f.percent(share)}
      {wide && <span className="verified-doses"> ({f.count(doses)})</span>}
    </>
  )
}

function Line({ of, total = false }: { of: VerifiedRow; total?: boolean }) {
  const { f } = useSpeech()
  return (
    <tr className={total ? 'verified-total' : ''}>
      <th scope="row">{of.name}</th>
      <td>{f.count(of.entered)}</td>
      <td>
        <Part doses={of.verified} share={of.verifiedShare} />
      </td>
      <td>
        <Part doses={of.signed} share={of.signedShare} />
      </td>
    </tr>
  )
}

function UnitsTable({ units, knownAt }: { units: readonly VerifiedUnit[]; knownAt: string }) {
  const speech = useSpeech()
  const { m, language } = speech
  const [{ sort, dir }, change] = useState<{ sort: VerifiedSort; dir: Direction }>({
    sort: 'unit',
    dir: 'asc',
  })
  if (units.length === 0) return <p className="quiet-state">{m.administration.noDose}</p>
  const rows = verifiedRows(units, (code) => unitName(code, language), sort, dir === 'desc')
  const heads = { unit: m.table.unit, ...m.administration.verified }
  return (
    <>
      <p className="table-controls">
        <ExportMenu table={() => exportOf(rows, speech)} readAt={knownAt} />
      </p>
      <table className="figures verified">
        <thead>
          <tr>
            {VERIFIED_SORTS.map((of) => (
              <SortHead
                key={of}
                of={of}
                name={heads[of]}
                sort={sort}
                descending={dir === 'desc'}
                change={change}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          <Line of={verifiedTotal(units, m.nation)} total />
          {rows.map((row) => (
            <Line key={row.code} of={row} />
          ))}
        </tbody>
      </table>
    </>
  )
}

/** How many doses have an identity matched with the population register, and a digital signature; by unit. */
export function Verification() {
  const { m, f } = useSpeech()
  const list = useRead(verification, VERIFICATION_PATH)
  return (
    <ReadPart of={list} failed={(of) => refusalText(of, m)}>
      {({ units, knownAt }) => (
        <>
          <div className="admin-head">
            <p>
              {m.administration.verificationAbout} {m.status.dataAt(f.moment(knownAt))}.{' '}
              <button type="button" className="link" onClick={list.reload}>
                {m.administration.reload}
              </button>
            </p>
          </div>
          <UnitsTable units={units} knownAt={knownAt} />
        </>
      )}
    </ReadPart>
  )
}
