import { DAY_MS, groupBy } from '@mcc/contract'
import type { BookHour, Incident, Manifest } from '../rest/books.js'

const HOUR_MS = 3_600_000
export const KINDS = [
  'received',
  'stored',
  'duplicate',
  'superseded',
  'quarantined',
  'inFlight',
  'unexplained',
] as const
export type Kind = (typeof KINDS)[number]
export type Counts = Record<Kind, number>

export const SPANS = { '1d': DAY_MS, '7d': 7 * DAY_MS, '30d': 30 * DAY_MS } as const
export const SPAN_NAMES = ['1d', '7d', '30d'] as const satisfies readonly (keyof typeof SPANS)[]
export type Span = (typeof SPAN_NAMES)[number]

/** Where the window of the books begins: so long before the hour of the newest data (ISO 8601). */
export const spanStart = (asOf: string, span: Span): string =>
  new Date(Math.floor(Date.parse(asOf) / HOUR_MS) * HOUR_MS - SPANS[span]).toISOString()

export function sumOf(hours: readonly BookHour[]): Counts {
  const total = (kind: Kind): number => hours.reduce((n, h) => n + h[kind], 0)
  return Object.fromEntries(KINDS.map((kind) => [kind, total(kind)])) as Counts
}

export interface SourceBooks extends Counts {
  source: string
  /** Newest first. */
  hours: BookHour[]
}

/** Sources with what is amiss in any hour, the others by what they sent. */
export function booksBySource(hours: readonly BookHour[]): SourceBooks[] {
  const sources = [...groupBy([...hours], (h) => h.source)].map(([source, of]) => ({
    source,
    ...sumOf(of),
    hours: of.toSorted((a, b) => b.from.localeCompare(a.from)),
  }))
  return sources.toSorted(
    (a, b) =>
      Number(isOff(b)) - Number(isOff(a)) || b.received - a.received || a.source.localeCompare(b.source),
  )
}

/** An hour too many and one too few are both amiss, also where they cancel in the sum. */
export const isOff = (of: { hours: readonly BookHour[] }): boolean =>
  of.hours.some((h) => h.unexplained !== 0)

/** What somebody should explain, with the source and the window it is about. */
export type Finding =
  | { kind: 'unexplained'; source: string; records: number; from: string; to: string }
  | { kind: 'manifest'; manifest: Manifest }
  | { kind: 'healed'; incident: Incident }

/** Hours that follow one another without a gap become one window. */
function unexplainedWindows(hours: readonly BookHour[]): Finding[] {
  const found: Extract<Finding, { kind: 'unexplained' }>[] = []
  const off = hours.filter((h) => h.unexplained !== 0)
  for (const h of off.toSorted((a, b) => a.source.localeCompare(b.source) || a.from.localeCompare(b.from))) {
    const last = found.at(-1)
    const goesOn =
      last?.source === h.source && last.to === h.from && Math.sign(last.records) === Math.sign(h.unexplained)
    if (goesOn) {
      last.to = h.to
      last.records += h.unexplained
    } else {
      found.push({ kind: 'unexplained', source: h.source, records: h.unexplained, from: h.from, to: h.to })
    }
  }
  return found
}

interface Read {
  hours: readonly BookHour[]
  manifests: readonly Manifest[]
  incidents: readonly Incident[]
}

/** All that needs explaining: records not accounted for, counts that differ, and what was healed since `healedSince` (ISO). */
export const findingsOf = ({ hours, manifests, incidents }: Read, healedSince: string): Finding[] => [
  ...unexplainedWindows(hours),
  ...manifests.filter((m) => m.difference !== 0).map((manifest): Finding => ({ kind: 'manifest', manifest })),
  ...incidents.filter((i) => i.at >= healedSince).map((incident): Finding => ({ kind: 'healed', incident })),
]
