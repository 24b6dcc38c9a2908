import type { Severity } from '@mcc/contract'
import { SEVERITY_SHAPE } from '../alarms/open-alarms.js'
import { useSpeech } from '../i18n/language.js'

/** Shape and colour of a severity with its word; `count` stands behind the shape. */
export function SeverityMark({ severity, count }: { severity: Severity; count?: string }) {
  const { m } = useSpeech()
  return (
    <span className={`severity severity-${severity}`} title={m.severity[severity]}>
      <span aria-hidden="true">{SEVERITY_SHAPE[severity]}</span>
      <span className="visually-hidden">{m.severity[severity]}</span>
      {count !== undefined && <span className="severity-count">{count}</span>}
    </span>
  )
}
