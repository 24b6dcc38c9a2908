import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import './desk.css'
import { ConnectionBand } from '../design/connection-band.js'
import { useSpeech } from '../i18n/language.js'
import { liveLine } from '../live/socket.js'
import { LiveProvider, useTopic } from '../live/use-live.js'
import { hasNoRecords } from '../places/nation-facts.js'
import { refreshSession, useSession } from '../rest/session.js'
import { Desk } from './desk.js'
import { DeskHead } from './desk-head.js'
import { useDeskSearch } from './use-desk-search.js'

function DeskBody() {
  const { m } = useSpeech()
  const nation = useTopic('nation')
  if (nation === undefined) return <p className="desk-state">{m.loading}</p>
  if (hasNoRecords(nation))
    return (
      <div className="desk-state" data-testid="empty">
        <h1>{m.empty.title}</h1>
        <p>{m.empty.why}</p>
      </div>
    )
  return <Desk nation={nation} />
}

function LiveDesk() {
  const { m } = useSpeech()
  const [live] = useState(() => liveLine(() => void refreshSession()))
  return (
    <LiveProvider live={live}>
      <a className="skip" href="#provinces">
        {m.desk.skip}
      </a>
      <ConnectionBand />
      <DeskHead />
      <DeskBody />
    </LiveProvider>
  )
}

/** `/`: the national desk of whoever is signed in. */
export function DeskPage() {
  const { m } = useSpeech()
  const { status } = useSession()
  const [{ lang, theme }] = useDeskSearch()
  if (status === 'anonymous') return <Navigate to="/sign-in" search={{ lang, theme }} />
  if (status !== 'known')
    return <p className="desk-state">{status === 'loading' ? m.loading : m.signIn.unreachable}</p>
  return <LiveDesk />
}
