import { DAY_MS, type TallyEvent, isoLocal, startOfDay } from '@mcc/contract'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { PortalReading, TallyFigures } from './reading.js'

/** The revision last made of each record, by its id: what makes the same content the same event again. */
export const revisions = z.record(
  z.string(),
  z.object({ rev: z.int().min(1), content: z.string(), at: z.string() }),
)
export type Revisions = z.infer<typeof revisions>

const contentOf = (figures: TallyFigures): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(figures).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex')
    .slice(0, 32)

/** A day that has ended is reported at its end; the day that is running, at this moment. */
const momentOf = (day: string, now: number): string =>
  isoLocal(Math.min(startOfDay(day) + DAY_MS - 1_000, now))

/**
 * The tally events that say what `readings` say. A reading with the content of the revision last made gives the very
 * same event again (loading twice changes nothing); another content gives the next revision.
 * @param now epoch milliseconds
 */
export function revise(
  readings: readonly PortalReading[],
  known: Revisions,
  now: number,
  exercise: boolean,
): { events: TallyEvent[]; known: Revisions; changed: number } {
  const next: Revisions = { ...known }
  let changed = 0
  const events = readings.map(({ day, province, figures }): TallyEvent => {
    const id = `portal-${day}-${province}`
    const content = contentOf(figures)
    let last = next[id]
    if (last?.content !== content) {
      last = { rev: (last?.rev ?? 0) + 1, content, at: momentOf(day, now) }
      next[id] = last
      changed++
    }
    return {
      type: 'tally',
      op: 'upsert',
      source: 'portal',
      id,
      rev: last.rev,
      occurredAt: last.at,
      recordedAt: last.at,
      ...(exercise && { exercise: true }),
      province,
      day,
      ...figures,
    }
  })
  return { events, known: next, changed }
}
