import { allows } from '@mcc/contract'
import { AdministrationNav } from '../administration/administration-nav.js'
import { DeskShell } from '../desk/desk-shell.js'
import { TileBoundary } from '../design/tile.js'
import { useSpeech } from '../i18n/language.js'
import { useSession } from '../rest/session.js'
import { useIsPast } from '../time/use-moment.js'
import { PlaylistEditor } from './playlist-editor.js'

/** `/walls`: what the walls show, edited by administrators. */
export function PlaylistsPage() {
  const { m } = useSpeech()
  const { caller } = useSession()
  const past = useIsPast()
  const allowed = allows(caller, 'administration')
  return (
    <DeskShell title={m.walls.page}>
      <main className="playlists-page">
        <h1>{m.walls.playlists}</h1>
        {allowed && <AdministrationNav />}
        <TileBoundary>
          {!allowed && <p>{m.walls.forbidden}</p>}
          {allowed && past && <p className="quiet-state">{m.administration.notPast}</p>}
          {allowed && !past && <PlaylistEditor />}
        </TileBoundary>
      </main>
    </DeskShell>
  )
}
