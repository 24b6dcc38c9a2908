import { Link } from '@tanstack/react-router'
import { usePageSearch } from '../../desk/use-page-search.js'
import { ReadPart } from '../../design/read-part.js'
import { RowsTable } from '../../design/rows-table.js'
import { useSpeech } from '../../i18n/language.js'
import { keyList, KEYS_PATH, type KeyedSource } from '../../rest/source-keys.js'
import { sourceList, SOURCES_PATH } from '../../rest/source-list.js'
import { useRead } from '../../rest/use-read.js'
import { refusalText } from '../refusal-text.js'
import { useSaid } from '../use-said.js'
import { NewSourceButton, RevokeKeyButton, RotateButton } from './key-acts.js'

const goodOf = ({ keys }: KeyedSource) => keys.filter((key) => key.revokedAt === undefined)

function KeyLines({ of, revoked }: { of: KeyedSource; revoked: (id: string) => void }) {
  const { m, f } = useSpeech()
  const words = m.administration
  const good = goodOf(of)
  if (of.keys.length === 0) return <span className="admin-gone">{words.noKey}</span>
  // the newest first, the revoked ones last
  const lines = [...good.toReversed(), ...of.keys.filter((key) => !good.includes(key)).toReversed()]
  return (
    <ul>
      {lines.map((key) => (
        <li key={key.id} className="admin-key">
          <code>{key.id}</code>
          {key.revokedAt === undefined ? (
            <>
              <span>{words.madeAt(f.moment(key.createdAt))}</span>
              <RevokeKeyButton
                source={of.name}
                of={key}
                last={good.length === 1}
                done={() => revoked(key.id)}
              />
            </>
          ) : (
            <span className="admin-gone">{words.revokedAt(f.moment(key.revokedAt))}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** When a source was last heard, in words; that needs the store, and keys are managed without it. */
function useHeard(): (name: string) => string {
  const { m, f } = useSpeech()
  const words = m.administration
  const { value } = useRead(sourceList, SOURCES_PATH)
  return (name) => {
    if (value === undefined) return m.noNumber.unknown
    const at = value.sources.find((source) => source.name === name)?.lastHeardAt
    return at === null || at === undefined ? words.neverHeard : f.moment(at)
  }
}

/** Every source with its API keys: made, changed for another, and revoked here. */
export function Keys() {
  const { m } = useSpeech()
  const words = m.administration
  const list = useRead(keyList, KEYS_PATH)
  const heard = useHeard()
  const [search] = usePageSearch()
  const { said, say } = useSaid()
  const changed = (what: string) => {
    say(what)
    list.reload()
  }
  return (
    <>
      <div className="admin-head">
        <p>
          {words.keysAbout}{' '}
          <Link to="/sources" search={search} className="link">
            {m.sourcesPage.page}
          </Link>
        </p>
        <NewSourceButton done={(name) => changed(words.keyMade(name))} />
      </div>
      {said}
      <ReadPart of={list} failed={(of) => refusalText(of, m)}>
        {({ sources }) => (
          <>
            {sources.length === 0 && <p className="quiet-state">{words.noSource}</p>}
            {sources.length > 0 && (
              <RowsTable
                caption={words.parts.keys}
                rows={sources}
                keyOf={(s) => s.name}
                name={{ head: words.source, cell: (s) => s.name }}
                columns={[
                  {
                    head: words.lastHeard,
                    cell: (s) => heard(s.name),
                    words: true,
                  },
                  {
                    head: words.keyHead,
                    cell: (s) => <KeyLines of={s} revoked={(id) => changed(words.keyRevoked(id, s.name))} />,
                    words: true,
                  },
                  {
                    head: words.acts,
                    cell: (s) => (
                      <RotateButton
                        source={s.name}
                        good={goodOf(s).length}
                        done={() => changed(words.keyMade(s.name))}
                      />
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
