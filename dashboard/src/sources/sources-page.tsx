import { allows } from '@mcc/contract'
import { useCallback } from 'react'
import './sources.css'
import { AdministrationNav } from '../administration/administration-nav.js'
import { DeskShell } from '../desk/desk-shell.js'
import { FigureText } from '../figures/figure-text.js'
import { useSpeech } from '../i18n/language.js'
import { dataTimeOf } from '../live/live-store.js'
import { useLiveState, useTopic } from '../live/use-live.js'
import { SETTLEMENTS_PATH, settlements } from '../rest/quarantine.js'
import { useSession } from '../rest/session.js'
import { sourceList, SOURCES_PATH } from '../rest/source-list.js'
import { useRead } from '../rest/use-read.js'
import { useIsPast } from '../time/use-moment.js'
import { HeldTile } from './held-tile.js'
import { sourceRows } from './source-rows.js'
import { type SourcesRead, SourcesTile } from './sources-tile.js'
import { TrailTile } from './trail-tile.js'
import { useQuarantine } from './use-quarantine.js'
import { useRelease } from './use-release.js'

const SOURCES_MS = 15_000

function Answer({ sources, now }: { sources: SourcesRead; now: string | undefined }) {
  const { m, f } = useSpeech()
  const words = m.sourcesPage.answer
  const open = useTopic('system')?.quarantineOpen
  const rows = sources.value && sourceRows(sources.value.sources, now)
  return (
    <div>
      {open === undefined && <h1 className="answer">{m.sourcesPage.page}</h1>}
      {open === 0 && <h1 className="answer">✓ {words.none}</h1>}
      {open !== undefined && open !== 0 && (
        <h1 className="answer">
          <span>{words.held}</span>{' '}
          <FigureText figure={open} format={f.count} quiet className="answer-figure" testId="held-open" />{' '}
          <span>{words.heldUnit}</span>
        </h1>
      )}
      {rows && (
        <p className="quiet-state">
          {words.sources(f.count(rows.length), f.count(rows.filter((r) => r.silent).length))}
        </p>
      )}
    </div>
  )
}

function SourcesBody() {
  const now = useLiveState(dataTimeOf)
  const sources = useRead(sourceList, SOURCES_PATH, SOURCES_MS)
  const trail = useRead(settlements, SETTLEMENTS_PATH)
  const list = useQuarantine()
  const [reloadSources, reloadTrail, reloadList] = [sources.reload, trail.reload, list.read.reload]
  const changed = useCallback(() => {
    reloadList()
    reloadTrail()
    reloadSources()
  }, [reloadList, reloadTrail, reloadSources])
  const release = useRelease(list.filter, changed)
  const names = sources.value?.sources.map((s) => s.name) ?? []
  return (
    <main className="desk-page sources">
      <AdministrationNav />
      <Answer sources={sources} now={now} />
      <SourcesTile read={sources} now={now} />
      <HeldTile list={list} release={release} sources={names} />
      <TrailTile read={trail} />
    </main>
  )
}

function Gate() {
  const { m } = useSpeech()
  const { caller } = useSession()
  const past = useIsPast()
  const allowed = allows(caller, 'administration')
  if (allowed && !past) return <SourcesBody />
  if (allowed)
    return (
      <main className="desk-page sources">
        <AdministrationNav />
        <h1>{m.sourcesPage.page}</h1>
        <p className="quiet-state">{m.times.noPast}</p>
      </main>
    )
  return (
    <main className="desk-state">
      <h1>{m.sourcesPage.page}</h1>
      <p>{m.sourcesPage.onlyAdmin}</p>
    </main>
  )
}

/** `/sources`: who sends and when each was last heard; the quarantine, worked off with its trail. For administrators. */
export function SourcesPage() {
  const { m } = useSpeech()
  return (
    <DeskShell title={m.sourcesPage.page}>
      <Gate />
    </DeskShell>
  )
}
