import { Link } from '@tanstack/react-router'
import { ConnectionMark } from '../design/connection-band.js'
import { Clock, DataTime } from '../design/data-time.js'
import { usePalette } from '../design/use-palette.js'
import { LIGHT } from '../design/palette.js'
import { useSpeech } from '../i18n/language.js'
import { signOut, useSession } from '../rest/session.js'
import { usePageSearch } from './use-page-search.js'

/** My province, the whole country, the wall. */
function Places() {
  const { m } = useSpeech()
  const { caller } = useSession()
  const [{ lang, theme }] = usePageSearch()
  return (
    <>
      {caller?.province !== undefined && (
        <Link
          to="/province/$code"
          params={{ code: caller.province }}
          search={{ lang, theme }}
          className="link"
        >
          {m.province.mine}
        </Link>
      )}
      <Link to="/" search={{ lang, theme }} className="link">
        {m.province.nation}
      </Link>
      <Link to="/wall/$playlist" params={{ playlist: 'main' }} className="link">
        {m.desk.wall}
      </Link>
    </>
  )
}

/** The line on top of the desk: who and when, the connection, language, theme, the way out. */
export function DeskHead() {
  const { m, language } = useSpeech()
  const { caller } = useSession()
  const [, change] = usePageSearch()
  const light = usePalette() === LIGHT
  return (
    <header className="desk-head">
      <span className="desk-brand">MCC</span>
      <Clock />
      <DataTime />
      <ConnectionMark />
      <nav aria-label={m.desk.menu}>
        <Places />
        <button
          type="button"
          className="link"
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => change({ lang: language === 'vi' ? 'en' : undefined })}
        >
          {m.desk.otherLanguage}
        </button>
        <button type="button" className="link" onClick={() => change({ theme: light ? 'dark' : 'light' })}>
          {m.desk.theme}
        </button>
        <button type="button" className="link" onClick={() => void signOut()}>
          {m.signIn.signOut} {caller?.name}
        </button>
      </nav>
    </header>
  )
}
