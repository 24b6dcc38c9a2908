import { type Figure, unknown } from '@mcc/contract'
import type { TallyRow } from '@mcc/warehouse'

const orUnknown = (n: number | null): Figure => n ?? unknown('not-in-report')

/** Cumulative doses of a report: its total, or first and second (and third) doses where it has no total. */
export function reportedDoses(t: TallyRow | undefined): Figure {
  if (!t) return { no: 'not-reported' }
  if (t.total !== null) return t.total
  return t.dose1 !== null && t.dose2 !== null ? t.dose1 + t.dose2 + (t.dose3 ?? 0) : orUnknown(null)
}

/** Doses received, as the unit reported. */
export const reportedReceived = (t: TallyRow | undefined): Figure =>
  t ? orUnknown(t.allocatedReceived) : { no: 'not-reported' }

/** Σ of what was reported by those who did; not reported when nobody did. */
export function sumReported(figures: readonly Figure[]): Figure {
  const known = figures.filter((f) => typeof f === 'number')
  return known.length === 0 ? { no: 'not-reported' } : known.reduce((a, b) => a + b, 0)
}
