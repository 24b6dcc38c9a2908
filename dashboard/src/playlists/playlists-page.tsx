import { allows } from '@mcc/contract'
import { DeskShell } from '../desk/desk-shell.js'
import { TileBoundary } from '../design/tile.js'
import { useSpeech } from '../i18n/language.js'
import { useSession } from '../rest/session.js'
import { PlaylistEditor } from './playlist-editor.js'

/** `/walls`: what the walls show, edited by administrators. */
export function PlaylistsPage() {
  const { m } = useSpeech()
  const { caller } = useSession()
  return (
    <DeskShell>
      <main className="playlists-page">
        <h1>{m.walls.playlists}</h1>
        <TileBoundary>
          {allows(caller, 'administration') ? <PlaylistEditor /> : <p>{m.walls.forbidden}</p>}
        </TileBoundary>
      </main>
    </DeskShell>
  )
}
