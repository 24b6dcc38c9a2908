import { useSpeech } from '../i18n/language.js'
import { useTopic } from '../live/use-live.js'
import { hasNoRecords } from '../places/nation-facts.js'
import { Desk } from './desk.js'
import { DeskShell } from './desk-shell.js'
import { NoRecords } from './no-records.js'

function DeskBody() {
  const { m } = useSpeech()
  const nation = useTopic('nation')
  if (nation === undefined) return <p className="desk-state">{m.loading}</p>
  if (hasNoRecords(nation)) return <NoRecords />
  return <Desk nation={nation} />
}

/** `/`: the national desk of whoever is signed in. */
export function DeskPage() {
  const { m } = useSpeech()
  return (
    <DeskShell title={m.province.nation} skip={{ to: '#provinces', label: m.desk.skip }}>
      <DeskBody />
    </DeskShell>
  )
}
