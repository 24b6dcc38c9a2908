import type { SystemState } from '@mcc/contract'
import type { Condition } from './condition.js'

/** The data time standing still for so long (real time) while there is something to count or to read is a stall. */
const STALL_MS = 30_000
/** A part that is away for less is a blink. */
const BLINK_MS = 5_000
const GROWTH_WINDOW_MS = 10 * 60_000
const GROWTH_RECORDS = 10

/** One look at the machine, in real time. */
export interface Sample {
  at: number
  watermark: number
  /** The watermark of the figures that are served; 0 before the first. */
  served: number
  /** Batches that wait or are being worked on. */
  queued: number
  system: Omit<SystemState, 'behind'>
}

const newest = (samples: readonly Sample[]): Sample | undefined => samples.at(-1)

/** How long something has held without a break up to the newest sample. */
function heldFor(samples: readonly Sample[], holds: (s: Sample) => boolean): number {
  const last = newest(samples)
  if (!last || !holds(last)) return -1
  const breakAt = samples.findLastIndex((s) => !holds(s))
  return last.at - samples[breakAt + 1]!.at
}

/** Accepted records wait while the watermark stands, or it moves on and the figures served stay behind. */
export function figuresBehind(samples: readonly Sample[]): boolean {
  const last = newest(samples)
  if (!last) return false
  const waits = (s: Sample): boolean => s.queued > 0 && s.watermark === last.watermark
  const unread = (s: Sample): boolean => s.served > 0 && s.served === last.served && s.watermark > s.served
  return [waits, unread].some((holds) => heldFor(samples, holds) >= STALL_MS)
}

/** Engine, queue or writer is away, or the figures stay behind. */
export function pipelineStalled(samples: readonly Sample[]): Condition[] {
  const last = newest(samples)
  if (!last) return []
  const down = (['engine', 'redis', 'writer'] as const).filter(
    (part) => heldFor(samples, (s) => s.system[part] === 'down') >= BLINK_MS,
  )
  if (down.length === 0 && !figuresBehind(samples)) return []
  return [
    {
      id: 'pipeline-stalled',
      rule: 'pipeline-stalled',
      severity: 'critical',
      unit: null,
      facts: { down: down.join(', '), batches: last.queued },
      level: down.length,
    },
  ]
}

/** The number of records in quarantine that nobody settled grows. */
export function quarantineGrowing(samples: readonly Sample[]): Condition[] {
  const last = newest(samples)
  const open = last?.system.quarantineOpen
  if (!last || typeof open !== 'number') return []
  const before = samples
    .filter((s) => last.at - s.at <= GROWTH_WINDOW_MS)
    .map((s) => s.system.quarantineOpen)
    .find((n) => typeof n === 'number')
  const grown = open - (before ?? open)
  if (grown < GROWTH_RECORDS) return []
  const facts = { open, grown, minutes: GROWTH_WINDOW_MS / 60_000 }
  return [
    { id: 'quarantine-growing', rule: 'quarantine-growing', severity: 'medium', unit: null, facts, level: 0 },
  ]
}

/** Samples that the rules still need: ten minutes. */
export const keepSamples = (samples: readonly Sample[], next: Sample): Sample[] => [
  ...samples.filter((s) => next.at - s.at <= GROWTH_WINDOW_MS),
  next,
]
