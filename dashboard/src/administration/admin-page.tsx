import { allows } from '@mcc/contract'
import { useParams } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import './administration.css'
import { DeskShell } from '../desk/desk-shell.js'
import { TileBoundary } from '../design/tile.js'
import { useSpeech } from '../i18n/language.js'
import { useSession } from '../rest/session.js'
import { useIsPast } from '../time/use-moment.js'
import { Accounts } from './accounts/accounts.js'
import { AdministrationNav } from './administration-nav.js'
import { AuditPart } from './audit/audit-part.js'
import { Displays } from './displays/displays.js'
import { Keys } from './keys/keys.js'
import { partName, partOf, type Part } from './parts.js'
import { Verification } from './verification/verification.js'

const CONTENTS: Record<Part, ComponentType> = {
  accounts: Accounts,
  displays: Displays,
  keys: Keys,
  audit: AuditPart,
  verification: Verification,
}

function Contents({ part }: { part: Part }) {
  const { m } = useSpeech()
  const { caller } = useSession()
  const past = useIsPast()
  const Part = CONTENTS[part]
  if (!allows(caller, 'administration')) return <p>{m.administration.forbidden}</p>
  if (past) return <p className="quiet-state">{m.administration.notPast}</p>
  return (
    <section aria-label={partName(part, m)}>
      <TileBoundary key={part}>
        <Part />
      </TileBoundary>
    </section>
  )
}

/** `/admin/:part`: accounts, display links, keys of sources, the audit and verification; for administrators. */
export function AdminPage() {
  const { m } = useSpeech()
  const part = partOf(useParams({ strict: false }).part)
  return (
    <DeskShell title={`${partName(part, m)} · ${m.administration.page}`}>
      <main className="admin">
        <h1>{m.administration.page}</h1>
        <AdministrationNav />
        <Contents part={part} />
      </main>
    </DeskShell>
  )
}
