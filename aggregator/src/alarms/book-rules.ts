import { groupBy, isoLocal } from '@mcc/contract'
import type { AccountedHour, ManifestDifference } from '@mcc/warehouse'
import type { Condition } from './condition.js'

const HOUR_MS = 3_600_000
/** A manifest is judged when its records had time to lie in the engine. */
const MANIFEST_MS = 60_000

const minute = (ms: number): string => isoLocal(ms).slice(0, 16).replace('T', ' ')
/** A window in Viet Nam's time. */
const windowOf = (from: number, to: number): string => `${minute(from)} – ${minute(to)}`

/** Records that no account explains, by source; the window covers all its hours in question. */
export function unexplained(hours: readonly AccountedHour[]): Condition[] {
  const open = hours.filter((h) => h.unexplained !== 0)
  return [...groupBy(open, (h) => h.source)].map(([source, of]): Condition => {
    const all = of.map((h) => h.hour)
    const records = of.reduce((n, h) => n + Math.abs(h.unexplained), 0)
    const window = windowOf(Math.min(...all), Math.max(...all) + HOUR_MS)
    return {
      id: `accounting-unexplained:${source}`,
      rule: 'accounting-unexplained',
      severity: 'critical',
      unit: null,
      facts: { source, window, records },
      level: records,
    }
  })
}

/** What a source says it sent and what was received are not the same. `now` is real time, epoch ms. */
export const differingManifests = (manifests: readonly ManifestDifference[], now: number): Condition[] =>
  manifests
    .filter((m) => m.difference !== 0 && now - m.postedAt >= MANIFEST_MS)
    .map(({ source, type, from, to, records, received, difference }) => ({
      id: `manifest-differs:${source}:${type}:${from}:${to}`,
      rule: 'manifest-differs',
      severity: 'high',
      unit: null,
      facts: { source, type, window: windowOf(from, to), sent: records, received },
      level: Math.abs(difference),
    }))

/** Something differed from the ledger in the last day and was healed: somebody should ask why. */
export const healed = (incidents: readonly { subject: string; differing: number }[]): Condition[] =>
  [...groupBy(incidents, (i) => i.subject)].map(([subject, of]) => ({
    id: `rollup-differs:${subject}`,
    rule: 'rollup-differs',
    severity: 'high',
    unit: null,
    facts: { difference: `${subject}: ${of.reduce((n, i) => n + i.differing, 0)}` },
    level: of.length,
  }))
