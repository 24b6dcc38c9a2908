import { productId } from '@mcc/contract'
import { RESTATEMENT_REASONS } from '@mcc/warehouse'
import { z } from 'zod'
import { restatements } from '../../known/restatements.js'
import { day, isoInstant, limitParam, offsetParam, unitParam } from '../answers.js'
import { HttpError } from '../http-error.js'
import { LONG_READ_MS } from '../in-time.js'
import { instantParam, iso, mustBeSettled } from '../moment.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

const change = z.object({
  change: z.int().describe('doses: added − removed'),
  added: z.int(),
  removed: z.int(),
  records: z.int().describe('records concerned; one that moved counts in both cells'),
})
const reason = z.enum(RESTATEMENT_REASONS)
const batch = z.object({
  batch: z.string(),
  source: z.string(),
  receivedAt: isoInstant,
  knownAt: isoInstant,
  change: z.int(),
  records: z.int(),
})
const cell = z.object({
  day,
  unit: z.string(),
  product: z.string(),
  doseNo: z.int(),
  series: z.string(),
  change: z.int(),
  reasons: z.array(
    change.extend({
      reason,
      batchCount: z.int(),
      batches: z.array(batch).describe('the first 20 in the order of knowing'),
    }),
  ),
})

const answer = z.object({
  from: isoInstant,
  to: isoInstant,
  closedDay: day.describe('the day of `from`: cells of this day and before are looked at'),
  totals: change.extend({
    cells: z.int().describe('cells of which anything became known, net 0 included'),
    cellsChanged: z.int().describe('cells whose number of doses changed'),
    byReason: z.record(reason, change),
  }),
  cells: z.array(cell),
  nextOffset: z.int().nullable(),
})

const query = z.strictObject({
  from: instantParam,
  to: instantParam,
  unit: unitParam.optional(),
  product: productId.optional(),
  limit: limitParam(100, 200),
  offset: offsetParam,
})

type Answer = Awaited<ReturnType<typeof restatements>>
const withIsoTimes = (cells: Answer['cells']): z.input<typeof cell>[] =>
  cells.map((c) => ({
    ...c,
    reasons: c.reasons.map((r) => ({
      ...r,
      batches: r.batches.map((b) => ({ ...b, receivedAt: iso(b.receivedAt), knownAt: iso(b.knownAt) })),
    })),
  }))

export const restatementRoutes = (parts: RestParts): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/restatements',
    readMs: LONG_READ_MS,
    summary:
      'What changed in the past between two moments of knowing, by how much and why, down to the batches',
    need: 'aggregates',
    query,
    answer,
    handle: async ({ query: { unit = '', product = '', ...asked } }) => {
      if (asked.from >= asked.to)
        throw new HttpError(400, 'bad_request', 'query.to: must be later than `from`')
      mustBeSettled(asked.to, parts.live.settled)
      const said = await restatements(parts.warehouse, { ...asked, unit, product })
      return { from: iso(asked.from), to: iso(asked.to), ...said, cells: withIsoTimes(said.cells) }
    },
  }),
]
