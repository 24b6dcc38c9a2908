import { useSpeech } from '../i18n/language.js'
import { useIsPast } from '../time/use-moment.js'

/** What a desk says before the first record, instead of a page of unknowns; `what` is not there when others are. */
export function NoRecords({ what }: { what?: 'vaccine' }) {
  const { m } = useSpeech()
  const past = useIsPast()
  return (
    <div className="desk-state" data-testid="empty">
      <h1>{m.empty.title}</h1>
      <p>{what !== undefined ? m.empty[what] : past ? m.times.before : m.empty.why}</p>
    </div>
  )
}
