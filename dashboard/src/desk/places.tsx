import { allows, type Caller, type Need } from '@mcc/contract'
import { Link, useRouterState } from '@tanstack/react-router'
import { isAdministration } from '../administration/administration-nav.js'
import { useWide } from '../design/use-wide.js'
import { useSpeech } from '../i18n/language.js'
import type { Messages } from '../i18n/vi.js'
import { useSession } from '../rest/session.js'
import { usePageSearch } from './use-page-search.js'

interface Place {
  to: '/' | '/aefi' | '/allocation' | '/quality' | '/admin'
  /** Who may not do this is not led there. */
  need: Need
  name: (m: Messages) => string
}

/** The pages of the menu, in its order, behind the province of one's own. */
const PLACES: readonly Place[] = [
  { to: '/', need: 'aggregates', name: (m) => m.province.nation },
  { to: '/aefi', need: 'aggregates', name: (m) => m.desks.aefi },
  { to: '/allocation', need: 'aggregates', name: (m) => m.desks.allocation },
  { to: '/quality', need: 'aggregates', name: (m) => m.qualityPage.page },
  { to: '/admin', need: 'administration', name: (m) => m.administration.page },
]

const mayGo = (caller: Caller | undefined, need: Need): boolean => allows(caller, need, caller?.province)

function Links() {
  const { m } = useSpeech()
  const { caller } = useSession()
  const [search] = usePageSearch()
  const administering = useRouterState({ select: (s) => isAdministration(s.location.pathname) })
  return (
    <>
      {caller?.province !== undefined && (
        <Link to="/province/$code" params={{ code: caller.province }} search={search} className="link">
          {m.province.mine}
        </Link>
      )}
      {PLACES.filter(({ need }) => mayGo(caller, need)).map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          search={search}
          activeOptions={{ exact: to === '/' }}
          className="link"
          {...(to === '/admin' && administering && { 'aria-current': 'page' })}
        >
          {name(m)}
        </Link>
      ))}
      <Link
        to="/wall/$playlist"
        params={{ playlist: 'main' }}
        search={{ at: search.at, replay: search.replay, speed: search.speed }}
        className="link"
      >
        {m.desk.wall}
      </Link>
    </>
  )
}

/** Where one can go from a desk: a line of links; on a narrow screen they unfold. */
export function Places() {
  const { m } = useSpeech()
  const wide = useWide()
  return (
    <nav className="desk-places" aria-label={m.desks.pages}>
      {wide ? (
        <Links />
      ) : (
        <details>
          <summary>{m.desks.pages}</summary>
          <div className="desk-places-folded">
            <Links />
          </div>
        </details>
      )}
    </nav>
  )
}
