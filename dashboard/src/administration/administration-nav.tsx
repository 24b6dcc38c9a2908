import { Link, useRouterState } from '@tanstack/react-router'
import './administration-nav.css'
import { usePageSearch } from '../desk/use-page-search.js'
import { useSpeech } from '../i18n/language.js'
import type { Messages } from '../i18n/vi.js'
import { partName, partOf, type Part } from './parts.js'

/** A part of the page of administration, or a page of its own beside it. */
type Way = Part | '/walls' | '/sources'
/** What is of displays stands together, and so does what is of sources. */
const WAYS: readonly Way[] = ['accounts', 'displays', '/walls', 'keys', '/sources', 'audit', 'verification']

const nameOf = (way: Way, m: Messages): string =>
  way === '/walls' ? m.walls.page : way === '/sources' ? m.sourcesPage.page : partName(way, m)

/** The pages that only administrators are led to; one link of the menu stands for all of them. */
export const isAdministration = (path: string): boolean => /^\/(admin|walls|sources)(\/|$)/.test(path)

function wayOf(path: string): Way {
  return WAYS.find((way) => way === path) ?? partOf(/^\/admin\/([^/]+)/.exec(path)?.[1])
}

/** The line of links on top of every page of the administration. */
export function AdministrationNav() {
  const { m } = useSpeech()
  const [search] = usePageSearch()
  const here = useRouterState({ select: (s) => wayOf(s.location.pathname) })
  return (
    <nav className="admin-parts desk-whole" aria-label={m.administration.partsName}>
      {WAYS.map((way) => {
        const looks = {
          className: 'link',
          search,
          'aria-current': way === here ? ('page' as const) : undefined,
        }
        return way === '/walls' || way === '/sources' ? (
          <Link key={way} to={way} {...looks}>
            {nameOf(way, m)}
          </Link>
        ) : (
          <Link key={way} to="/admin/$part" params={{ part: way }} {...looks}>
            {nameOf(way, m)}
          </Link>
        )
      })}
    </nav>
  )
}
