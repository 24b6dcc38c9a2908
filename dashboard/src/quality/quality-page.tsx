import './quality.css'
import { DeskShell } from '../desk/desk-shell.js'
import { useSpeech } from '../i18n/language.js'
import { BooksTile } from './books-tile.js'
import { IncidentsTile } from './incidents-tile.js'
import { ManifestsTile } from './manifests-tile.js'
import { ReportedTile } from './reported-tile.js'
import { RestatedTile } from './restated-tile.js'
import { TimelyTile } from './timely-tile.js'
import { useBooks } from './use-books.js'
import { Verdict } from './verdict.js'

function QualityBody() {
  const books = useBooks()
  return (
    <main className="desk-page quality">
      <Verdict books={books} />
      <BooksTile of={books} />
      <div className="quality-column">
        <TimelyTile />
      </div>
      <div className="quality-column">
        <ReportedTile />
        <ManifestsTile of={books} />
        <IncidentsTile of={books} />
      </div>
      <RestatedTile />
    </main>
  )
}

/** `/quality`: is every record accounted for, is entry in time, does it agree with the bulletins, what changed since. */
export function QualityPage() {
  const { m } = useSpeech()
  return (
    <DeskShell title={m.qualityPage.page}>
      <QualityBody />
    </DeskShell>
  )
}
