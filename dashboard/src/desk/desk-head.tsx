import { DisplaysDue } from '../administration/displays/displays-due.js'
import { ConnectionMark } from '../design/connection-band.js'
import { Clock, DataTime } from '../design/data-time.js'
import { usePalette } from '../design/use-palette.js'
import { LIGHT } from '../design/palette.js'
import { useWide } from '../design/use-wide.js'
import { useSpeech } from '../i18n/language.js'
import { signOut, useSession } from '../rest/session.js'
import { Places } from './places.js'
import { usePageSearch } from './use-page-search.js'

/** The line on top of the desk: who and when, the connection, language, theme, the way out. */
export function DeskHead() {
  const { m, language } = useSpeech()
  const { caller } = useSession()
  const [, change] = usePageSearch()
  const light = usePalette() === LIGHT
  const wide = useWide()
  return (
    <header className="desk-head">
      <span className="desk-brand">MCC</span>
      <Clock />
      <DataTime />
      <ConnectionMark />
      <DisplaysDue />
      <Places />
      <nav className="desk-account" aria-label={m.desk.menu}>
        <button
          type="button"
          className="link"
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => change({ lang: language === 'vi' ? 'en' : undefined })}
        >
          {m.desk.otherLanguage}
        </button>
        <button
          type="button"
          className="desk-theme"
          aria-label={m.desk.theme}
          title={m.desk.theme}
          onClick={() => change({ theme: light ? 'dark' : 'light' })}
        />
        <button type="button" className="link" onClick={() => void signOut()}>
          {caller === undefined || !wide ? m.signIn.signOut : m.desks.signOut(caller.name)}
        </button>
      </nav>
    </header>
  )
}
