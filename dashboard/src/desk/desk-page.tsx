import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { hasNoRecords } from '../places/nation-facts.js'
import { useIsPast } from '../time/use-moment.js'
import { Desk } from './desk.js'
import { DeskShell } from './desk-shell.js'

function DeskBody() {
  const { m } = useSpeech()
  const nation = useTopic('nation')
  const past = useIsPast()
  if (nation === undefined) return <p className="desk-state">{m.loading}</p>
  if (hasNoRecords(nation))
    return (
      <div className="desk-state" data-testid="empty">
        <h1>{m.empty.title}</h1>
        <p>{past ? m.times.before : m.empty.why}</p>
      </div>
    )
  return <Desk nation={nation} />
}

/** `/`: the national desk of whoever is signed in. */
export function DeskPage() {
  const { m } = useSpeech()
  return (
    <DeskShell skip={{ to: '#provinces', label: m.desk.skip }}>
      <DeskBody />
    </DeskShell>
  )
}
