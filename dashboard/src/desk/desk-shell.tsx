import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import './desk.css'
import { ConnectionBand } from '../design/connection-band.js'
import { usePageTitle } from '../design/use-page-title.js'
import { useSpeech } from '../i18n/language.js'
import { LiveProvider } from '../live/use-live.js'
import { useSession } from '../rest/session.js'
import { PastGate } from '../time/past-gate.js'
import { TimeBar } from '../time/time-bar.js'
import { useSource } from '../time/use-source.js'
import { DeskHead } from './desk-head.js'
import { usePageSearch } from './use-page-search.js'

/**
 * A link that was handed on leads, by way of the sign-in page, to what it shows: the same page at the same moment. Led
 * once: until the code of the way in has come, the router already stands there while this page is still drawn.
 */
function ToSignIn() {
  const router = useRouter()
  const [{ lang, theme }] = usePageSearch()
  const [to] = useState(router.state.location.href)
  useEffect(
    () => void router.navigate({ to: '/sign-in', search: { lang, theme, to }, replace: true }),
    [router, lang, theme, to],
  )
  return null
}

/** Does the page stand in place of another, whose link or button had the focus? */
let turned = false

/** Whoever turned to this page by key stands at its contents, not before the head of a page that was left. */
function useArrival(known: boolean): RefObject<HTMLDivElement | null> {
  const contents = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!known) return
    if (turned && document.activeElement === document.body) contents.current?.focus({ preventScroll: true })
    turned = true
  }, [known])
  return contents
}

interface Props {
  /** What the page is called. */
  title: string
  /** Where the way past the head leads, and what it says; to the contents unless said. */
  skip?: { to: string; label: string }
  children: ReactNode
}

/** What every desk stands in: only for those signed in, with the live line, the connection band and the head. */
export function DeskShell({ title, skip, children }: Props) {
  const { m } = useSpeech()
  const { status } = useSession()
  const source = useSource()
  const contents = useArrival(status === 'known')
  usePageTitle(title)
  if (status === 'anonymous') return <ToSignIn />
  if (status !== 'known')
    return <p className="desk-state">{status === 'loading' ? m.loading : m.signIn.unreachable}</p>
  return (
    <LiveProvider live={source}>
      <a className="skip" href={skip?.to ?? '#contents'}>
        {skip?.label ?? m.desk.skipHead}
      </a>
      <ConnectionBand />
      <DeskHead />
      <TimeBar />
      <div id="contents" ref={contents} tabIndex={-1}>
        <PastGate>{children}</PastGate>
      </div>
    </LiveProvider>
  )
}
