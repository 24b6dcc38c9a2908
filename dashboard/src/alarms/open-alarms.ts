import type { Alarm, AlarmsState, Severity } from '@mcc/contract'

export const SEVERITIES = ['critical', 'high', 'medium'] as const satisfies readonly Severity[]
/** Shape of each severity; always beside its word or colour, never alone. */
export const SEVERITY_SHAPE: Record<Severity, string> = { critical: '▲', high: '◆', medium: '●' }

/** Alarms on the board, by severity: those that hold, and those that are over and wait for a response. */
export function countOpen(state: AlarmsState | undefined): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0 }
  for (const alarm of Object.values(state?.alarms ?? {})) counts[alarm.severity] += 1
  return counts
}

/** Does a critical alarm hold that nobody has acknowledged? It calls up the alarm board of every wall. */
export const isCalled = (state: AlarmsState | undefined): boolean =>
  Object.values(state?.alarms ?? {}).some((a) => a.severity === 'critical' && a.active && a.ackedBy === null)

/** Unacknowledged first, then the graver, then the newer. */
export function inOrder(alarms: readonly Alarm[]): Alarm[] {
  return alarms.toSorted(
    (a, b) =>
      Number(a.ackedBy !== null) - Number(b.ackedBy !== null) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      b.since.localeCompare(a.since) ||
      a.id.localeCompare(b.id),
  )
}
