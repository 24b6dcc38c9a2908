import { Link } from '@tanstack/react-router'
import { usePageSearch } from '../../desk/use-page-search.js'
import { ReadPart } from '../../design/read-part.js'
import { type RowColumn, RowsTable } from '../../design/rows-table.js'
import { useSpeech, type Speech } from '../../i18n/language.js'
import { useTopic } from '../../live/use-live.js'
import { removeDisplay, type Display } from '../../rest/displays.js'
import { ActButton } from '../act-button.js'
import { refusalText } from '../refusal-text.js'
import { useSaid } from '../use-said.js'
import { DisplayStand } from './display-stand.js'
import { useDisplays } from './displays-store.js'
import { NewDisplayButton } from './new-display.js'

function columnsOf({ m, f }: Speech, titles: ReadonlyMap<string, string> | undefined): RowColumn<Display>[] {
  const words = m.administration
  const playlist = (d: Display): string => {
    if (titles === undefined) return `/wall/${d.playlist}`
    return `${titles.get(d.playlist) ?? words.playlistGone} · /wall/${d.playlist}`
  }
  return [
    { head: words.playlist, cell: playlist, words: true },
    { head: words.made, cell: (d) => f.moment(d.createdAt), words: true },
    { head: words.ends, cell: (d) => <DisplayStand of={d} />, words: true },
  ]
}

function RevokeButton({ of, done }: { of: Display; done: () => void }) {
  const words = useSpeech().m.administration
  return (
    <ActButton
      label={words.revoke}
      name={words.revokeDisplay(of.name)}
      title={words.revokeDisplay(of.name)}
      confirm={words.revoke}
      act={() => removeDisplay(of.id)}
      done={done}
    >
      <p>{words.revokeDisplayAbout}</p>
    </ActButton>
  )
}

function Notice({ displays }: { displays: readonly Display[] }) {
  const { m, f } = useSpeech()
  const due = displays.filter(({ stand }) => stand !== 'good')
  if (due.length === 0) return null
  return (
    <div className="admin-notice" data-testid="displays-notice">
      <p>
        <strong>
          <span aria-hidden="true">◆</span> {m.administration.displaysDue(f.count(due.length))}
        </strong>{' '}
        {due.map(({ name }) => name).join(', ')}.
      </p>
      <p>{m.administration.displaysDueAbout}</p>
    </div>
  )
}

/** The links of wall displays, those that end first on top. */
export function Displays() {
  const speech = useSpeech()
  const words = speech.m.administration
  const list = useDisplays()
  const { said, say } = useSaid()
  const [search] = usePageSearch()
  const playlists = useTopic('playlists')?.playlists
  const titles = playlists && new Map(playlists.map(({ id, title }) => [id, title]))
  const changed = (what: string) => {
    say(what)
    list.reload()
  }
  return (
    <>
      <div className="admin-head">
        <p>
          {words.displaysAbout}{' '}
          <Link to="/walls" search={search} className="link">
            {speech.m.walls.playlists}
          </Link>
        </p>
        <NewDisplayButton done={() => changed(words.displayMade)} />
      </div>
      {said}
      <ReadPart of={list} failed={(of) => refusalText(of, speech.m)}>
        {(displays) => (
          <>
            <Notice displays={displays} />
            {displays.length === 0 && <p className="quiet-state">{words.noDisplay}</p>}
            {displays.length > 0 && (
              <RowsTable
                caption={words.parts.displays}
                rows={displays.toSorted((a, b) => a.expiresAt.localeCompare(b.expiresAt))}
                keyOf={(d) => d.id}
                name={{ head: words.displayName, cell: (d) => d.name }}
                columns={[
                  ...columnsOf(speech, titles),
                  {
                    head: words.acts,
                    cell: (d) => (
                      <span className="admin-acts">
                        <NewDisplayButton like={d} done={() => changed(words.displayMade)} />
                        <RevokeButton of={d} done={() => changed(words.displayRevoked(d.name))} />
                      </span>
                    ),
                    words: true,
                  },
                ]}
              />
            )}
          </>
        )}
      </ReadPart>
    </>
  )
}
