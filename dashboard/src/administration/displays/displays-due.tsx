import { allows } from '@mcc/contract'
import { Link } from '@tanstack/react-router'
import './displays-due.css'
import { usePageSearch } from '../../desk/use-page-search.js'
import { useSpeech } from '../../i18n/language.js'
import { useSession } from '../../rest/session.js'
import { useDueDisplays } from './displays-store.js'

/** Tells an administrator, on every desk, that links of wall displays have ended or soon will. Walls say nothing of it. */
export function DisplaysDue() {
  const { m, f } = useSpeech()
  const { caller } = useSession()
  const [search] = usePageSearch()
  const due = useDueDisplays(allows(caller, 'administration'))
  if (due.length === 0) return null
  return (
    <Link
      to="/admin/$part"
      params={{ part: 'displays' }}
      search={{ lang: search.lang, theme: search.theme }}
      className="link displays-due"
      data-testid="displays-due"
    >
      <span aria-hidden="true">◆</span> {m.administration.displaysDue(f.count(due.length))}
    </Link>
  )
}
