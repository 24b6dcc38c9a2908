import { useSpeech } from '../../i18n/language.js'
import type { AuditPage, AuditWhole } from '../../rest/audit.js'

/** What the check of the chain found, over all records, whatever the filter. */
export function Chain({ whole, at }: { whole: AuditWhole } & Pick<AuditPage, 'at'>) {
  const { m, f } = useSpeech()
  const words = m.administration
  const { records, broken } = whole
  if (records === 0) return <p className="quiet-state">{words.chainEmpty}</p>
  if (broken === null)
    return (
      <p className="chain" data-testid="chain" data-state="whole">
        <span aria-hidden="true" className="chain-whole">
          ✓
        </span>{' '}
        {words.chainWhole(f.count(records), f.moment(at))}
      </p>
    )
  return (
    <div role="alert" className="admin-notice admin-notice-broken" data-testid="chain" data-state="broken">
      <p>
        <strong>
          <span aria-hidden="true">▲</span> {words.chainBroken(f.count(broken))}
        </strong>
      </p>
      <p>{words.chainBrokenAbout}</p>
    </div>
  )
}
