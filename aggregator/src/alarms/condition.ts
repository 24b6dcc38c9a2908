import type { AlarmRule, Severity, UnitCode } from '@mcc/contract'

/** A rule's condition that holds now. The same trouble has the same id for as long as it lasts. */
export interface Condition {
  id: string
  rule: AlarmRule
  severity: Severity
  unit: UnitCode | null
  facts: Record<string, string | number>
  /** Rises when the trouble grows; an acknowledged alarm that grows asks for attention again. */
  level: number
}
