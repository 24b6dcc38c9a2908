import { Navigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import './desk.css'
import { ConnectionBand } from '../design/connection-band.js'
import { useSpeech } from '../i18n/language.js'
import { LiveProvider } from '../live/use-live.js'
import { useSession } from '../rest/session.js'
import { PastGate } from '../time/past-gate.js'
import { TimeBar } from '../time/time-bar.js'
import { useSource } from '../time/use-source.js'
import { DeskHead } from './desk-head.js'
import { usePageSearch } from './use-page-search.js'

interface Props {
  /** Where "skip to the contents" leads, and what it says. */
  skip?: { to: string; label: string }
  children: ReactNode
}

/** What every desk stands in: only for those signed in, with the live line, the connection band and the head. */
export function DeskShell({ skip, children }: Props) {
  const { m } = useSpeech()
  const { status } = useSession()
  const [search] = usePageSearch()
  const source = useSource()
  if (status === 'anonymous') return <Navigate to="/sign-in" search={search} />
  if (status !== 'known')
    return <p className="desk-state">{status === 'loading' ? m.loading : m.signIn.unreachable}</p>
  return (
    <LiveProvider live={source}>
      {skip && (
        <a className="skip" href={skip.to}>
          {skip.label}
        </a>
      )}
      <ConnectionBand />
      <DeskHead />
      <TimeBar />
      <PastGate>{children}</PastGate>
    </LiveProvider>
  )
}
