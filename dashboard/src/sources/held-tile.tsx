import { Moved } from '../design/moved.js'
import { Pages } from '../design/pages.js'
import { ReadPart } from '../design/read-part.js'
import { Tile } from '../design/tile.js'
import { ExportMenu } from '../exports/export-menu.js'
import { rawValue } from '../figures/figure-view.js'
import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import type { HeldPage } from '../rest/quarantine.js'
import { heldExport } from './held-export.js'
import { HeldFilterSentence } from './held-filter.js'
import { HeldTable } from './held-table.js'
import { ReleaseProgress } from './release-progress.js'
import { SettleForm } from './settle-form.js'
import { bulkOf, PAGE, type Quarantine } from './use-quarantine.js'
import type { Release } from './use-release.js'

/** What can be done with all that pass the filter. */
function BulkActs({ list, page, release }: { list: Quarantine; page: HeldPage; release: Release }) {
  const { m, f } = useSpeech()
  const words = m.sourcesPage.act
  const bulk = bulkOf(list, page)
  if (bulk === undefined) return null
  const { records, filter } = bulk
  const shared = { which: { filter }, records, release }
  return (
    <div className="settles">
      <SettleForm {...shared} what="release" label={words.release(f.count(records))} main />
      <SettleForm {...shared} what="discard" label={words.discard(f.count(records))} />
    </div>
  )
}

function HeldPages({ list: { offset, turn }, page }: { list: Quarantine; page: HeldPage }) {
  const { m, f } = useSpeech()
  const last = offset + page.lines.length
  const whole = page.lines.length === PAGE
  if (offset === 0 && !whole) return null
  return (
    <Pages
      text={m.sourcesPage.held.pages(f.count(offset + 1), f.count(last))}
      before={offset > 0 ? () => turn(Math.max(0, offset - PAGE)) : undefined}
      after={whole ? () => turn(last) : undefined}
    />
  )
}

interface Props {
  list: Quarantine
  release: Release
  sources: readonly string[]
}

/** The quarantine: filtered, looked at line by line, and worked off in bulk. */
export function HeldTile({ list, release, sources }: Props) {
  const speech = useSpeech()
  const words = speech.m.sourcesPage.held
  const open = rawValue(useTopic('system')?.quarantineOpen)
  const page = list.read.value
  const lines = page?.lines ?? []
  return (
    <Tile
      title={words.title}

      id="held"
      aside={lines.length > 0 && <ExportMenu table={() => heldExport(lines, speech)} />}
    >
      <HeldFilterSentence reasons={page?.reasons ?? []} sources={sources} />
      <ReleaseProgress of={release} />
      <p>
        <Moved count={open} word={words.moved} again={list.read.reload} />
      </p>
      <ReadPart of={list.read}>
        {(read) => (
          <>
            <BulkActs list={list} page={read} release={release} />
            {read.lines.length === 0 ? (
              <p className="quiet-state">{words.empty}</p>
            ) : (
              <HeldTable lines={read.lines} release={release} />
            )}
            <HeldPages list={list} page={read} />
          </>
        )}
      </ReadPart>
    </Tile>
  )
}
