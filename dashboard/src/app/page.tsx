import { useRouterState } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useState, type ReactNode } from 'react'
import { applyTheme, preferredTheme, type Theme } from '../design/theme.js'
import { useSpeech } from '../i18n/language.js'
import { refreshSession, useSession } from '../rest/session.js'

const RETRY_MS = 3_000

function usePreferredTheme(): Theme {
  const [theme, setTheme] = useState(preferredTheme)
  useEffect(() => {
    const query = window.matchMedia('(prefers-color-scheme: dark)')
    const follow = () => setTheme(preferredTheme())
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return theme
}

/** Theme and language on the document, and the session asked for until the server answers. */
export function Page({ theme, children }: { theme: Theme | undefined; children: ReactNode }) {
  const { language } = useSpeech()
  const onWall = useRouterState({ select: (s) => s.location.pathname.startsWith('/wall/') })
  const preferred = usePreferredTheme()
  const { status } = useSession()
  useLayoutEffect(() => applyTheme(onWall ? 'dark' : (theme ?? preferred)), [onWall, theme, preferred])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => {
    if (onWall || (status !== 'unreachable' && status !== 'loading')) return undefined
    void refreshSession()
    const timer = setInterval(() => void refreshSession(), RETRY_MS)
    return () => clearInterval(timer)
  }, [onWall, status])
  return children
}
