import { DAY_MS } from '@mcc/contract'
import { useState } from 'react'
import { Pages } from '../design/pages.js'
import { ReadPart } from '../design/read-part.js'
import { RowsTable } from '../design/rows-table.js'
import { Tile } from '../design/tile.js'
import { ExportMenu } from '../exports/export-menu.js'
import { useSpeech } from '../i18n/language.js'
import { dataTimeOf } from '../live/live-store.js'
import { useLiveState } from '../live/use-live.js'
import { CELLS, REASONS, type Restatements, restatements, restatementsPath } from '../rest/restatements.js'
import { useRead } from '../rest/use-read.js'
import { useIsPast, useMode, usePast } from '../time/use-moment.js'
import { RestatedCells } from './restated-cells.js'
import { restatedExport } from './restated-export.js'
import { RestatedForm } from './restated-form.js'
import { useQualitySearch } from './use-quality-search.js'

/** The moments compared: those of the address, else the newest figures and a day before them. Live, "newest" stays put. */
function useMoments(): { from: string; to: string } | undefined {
  const [{ since, until }] = useQualitySearch()
  const asOf = useLiveState(dataTimeOf)
  const past = useIsPast()
  const [opened, setOpened] = useState(asOf)
  if (opened === undefined && asOf !== undefined) setOpened(asOf)
  const to = until ?? (past ? asOf : opened)
  if (to === undefined) return undefined
  return { from: since ?? new Date(Date.parse(to) - DAY_MS).toISOString(), to }
}

/** A replay under way: a moment a second, too many to search the ledger for each. */
function usePlaying(): boolean {
  const mode = useMode()
  const past = usePast()
  return mode.kind === 'replay' && past?.paused !== true && past?.ended !== true
}

function Reasons({ totals }: { totals: Restatements['totals'] }) {
  const { m, f } = useSpeech()
  const words = m.qualityPage.restated
  const rows = REASONS.map((reason) => ({ reason, ...totals.byReason[reason] })).filter((r) => r.records > 0)
  return (
    <RowsTable
      caption={words.reason}
      rows={rows}
      keyOf={(r) => r.reason}
      name={{ head: words.reason, cell: (r) => words.reasons[r.reason] }}
      columns={[
        { head: words.added, cell: (r) => f.count(r.added) },
        { head: words.removed, cell: (r) => f.count(r.removed) },
        { head: words.change, cell: (r) => f.signed(r.change) },
        { head: words.records, cell: (r) => f.count(r.records) },
      ]}
    />
  )
}

function Body({ read, turn }: { read: Restatements; turn: (offset: number) => void }) {
  const { m, f } = useSpeech()
  const words = m.qualityPage.restated
  const { totals, cells, closedDay, nextOffset } = read
  if (totals.cells === 0)
    return (
      <p className="quiet-state">
        {words.rule(f.day(closedDay))} {words.empty}
      </p>
    )
  const last = nextOffset ?? totals.cells
  const first = last - cells.length
  return (
    <>
      <p className="table-signs">{words.rule(f.day(closedDay))}</p>
      <p className="quality-answer restated-sum" data-testid="restated" data-value={totals.change}>
        {words.sum(f.signed(totals.change), f.count(totals.cells))}
      </p>
      <Reasons totals={totals} />
      <RestatedCells cells={cells} />
      <Pages
        text={words.pages(f.count(first + 1), f.count(last), f.count(totals.cells))}
        before={first > 0 ? () => turn(Math.max(0, first - CELLS)) : undefined}
        after={nextOffset === null ? undefined : () => turn(nextOffset)}
      />
    </>
  )
}

/** What changed in closed days between two moments of knowing, by how much and why, down to the batches. */
export function RestatedTile() {
  const speech = useSpeech()
  const { m } = speech
  const words = m.qualityPage.restated
  const [{ unit }] = useQualitySearch()
  const moments = useMoments()
  const asked = JSON.stringify([moments, unit])
  const [page, setPage] = useState({ asked, offset: 0 })
  const offset = page.asked === asked ? page.offset : 0
  const playing = usePlaying()
  const path = moments && restatementsPath({ ...moments, unit, offset })
  const read = useRead(restatements, playing ? undefined : path)
  const { value } = read
  return (
    <Tile
      title={words.title}
      className="desk-whole"
      aside={
        value &&
        value.cells.length > 0 && <ExportMenu table={() => restatedExport(value, speech)} readAt={value.to} />
      }
    >
      {playing && <p className="quiet-state">{words.playing}</p>}
      {!playing && (
        <>
          {moments && <RestatedForm {...moments} />}
          <ReadPart of={read} failed={({ code }) => (code === 'not_settled' ? words.unsettled : undefined)}>
            {(got) => <Body read={got} turn={(to) => setPage({ asked, offset: to })} />}
          </ReadPart>
        </>
      )}
    </Tile>
  )
}
