import { addDays, daysBetween, type Figure, isNumber, unknown } from '@mcc/contract'

/** Mean doses a day over the seven complete days before `today`. */
export function pace7(days: ReadonlyMap<string, number>, today: string): number {
  let sum = 0
  for (let back = 1; back <= 7; back++) sum += days.get(addDays(today, -back)) ?? 0
  return sum / 7
}

export interface Plan {
  targetDoses: number
  targetDay: string
}
export interface Outlook {
  requiredPace: Figure
  projectedDay: string | null
  targetReachedOn: string | null
}

function reachedOn(days: ReadonlyMap<string, number>, target: number): string | null {
  let sum = 0
  for (const [day, n] of [...days].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    sum += n
    if (sum >= target) return day
  }
  return null
}

/** Beyond this a projection says nothing. */
const HORIZON_DAYS = 3_650

/**
 * How the plan stands on `today`. Required pace: what is missing over the days left, today not counted; 0 once
 * reached, unknown after the last day. The projected day continues the present pace; null when it cannot be said.
 */
export function outlook(
  plan: Plan,
  doses: Figure,
  pace: Figure,
  days: ReadonlyMap<string, number>,
  today: string,
): Outlook {
  if (!isNumber(doses)) return { requiredPace: doses, projectedDay: null, targetReachedOn: null }
  const missing = plan.targetDoses - doses
  if (missing <= 0)
    return { requiredPace: 0, projectedDay: null, targetReachedOn: reachedOn(days, plan.targetDoses) }
  const left = daysBetween(today, plan.targetDay)
  const requiredPace = left > 0 ? missing / left : unknown('target-day-passed')
  const need = isNumber(pace) && pace > 0 ? Math.ceil(missing / pace) : Number.POSITIVE_INFINITY
  return {
    requiredPace,
    projectedDay: need <= HORIZON_DAYS ? addDays(today, need) : null,
    targetReachedOn: null,
  }
}
