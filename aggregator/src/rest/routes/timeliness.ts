import { addDays, dayOf, startOfDay } from '@mcc/contract'
import { z } from 'zod'
import { keepTimeliness } from '../../known/timeliness.js'
import { dataTime, isoInstant, limitParam } from '../answers.js'
import { HttpError } from '../http-error.js'
import { LONG_READ_MS } from '../in-time.js'
import { instantParam, iso, mustBeSettled } from '../moment.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

const doses = z.int().describe('net doses that became known in the window')
const unit = z.object({
  unit: z.string(),
  sameDay: doses,
  nextDay: doses,
  days2to3: doses,
  days4to7: doses,
  later: doses,
})
const source = z.object({
  source: z.string(),
  records: z.int(),
  p50: z.int().describe('milliseconds from giving to knowing, median'),
  p95: z.int(),
})

const MINUTE_MS = 60_000

/** The moment asked for, or the last full minute that is settled, so that all who look now share one reading. @throws HttpError 503 before the writer's first word, 409 */
function momentOf(parts: RestParts, at: number | undefined): number {
  const { settled } = parts.live
  if (at !== undefined) mustBeSettled(at, settled)
  const moment = at ?? (settled === undefined ? undefined : Math.floor(settled / MINUTE_MS) * MINUTE_MS)
  if (moment === undefined) throw new HttpError(503, 'not_yet', 'the figures are still being read', 2)
  return moment
}

export function timelinessRoutes(parts: RestParts): Route[] {
  const read = keepTimeliness(() => ({ warehouse: parts.warehouse, readAnew: parts.live.readAnew }))
  return [
    route({
      method: 'get',
      path: '/api/v1/timeliness',
      readMs: LONG_READ_MS,
      summary:
        'How long after they were given doses became known: of those that came in during the last days, live or at a moment',
      need: 'aggregates',
      query: z.strictObject({ days: limitParam(7, 60), at: instantParam.optional() }),
      answer: z.object({
        ...dataTime,
        from: isoInstant.describe('start of the window of knowing: 00:00 in Asia/Ho_Chi_Minh'),
        units: z.array(unit),
        sources: z.array(source),
      }),
      handle: async ({ query: { days, at } }) => {
        const moment = momentOf(parts, at)
        const from = startOfDay(addDays(dayOf(moment), 1 - days))
        const { units, sources } = await read({ from, at: moment })
        return { asOf: iso(moment), knownAt: iso(moment), from: iso(from), units, sources }
      },
    }),
  ]
}
