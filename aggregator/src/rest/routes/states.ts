import { type NationState, type ProvinceState, type Topic, TOPICS } from '@mcc/contract'
import { z } from 'zod'
import { admits } from '../../access/topic-needs.js'
import type { Board } from '../../live/board.js'
import { day, figure, isoInstant, snapshotAnswer, unitParam } from '../answers.js'
import { HttpError } from '../http-error.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

/** The state of a topic with its data time. Throws 503 before the first figures have been read. */
function stateOf<T>(board: Board, topic: Topic, now: number): { state: T; asOf: string } {
  const snapshot = board.snapshot(topic, new Date(now).toISOString())
  if (!snapshot) throw new HttpError(503, 'not_yet', 'the figures are still being read', 2)
  return { state: snapshot.state as T, asOf: snapshot.asOf }
}

const topicRoute = ({ board, now }: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/topics/:topic',
    summary: 'The state of a live topic, as of its watermark',
    need: 'aggregates',
    params: z.strictObject({ topic: z.enum(TOPICS) }),
    answer: snapshotAnswer,
    handle: ({ params, caller }) => {
      const admitted = admits(caller, params.topic)
      if (!admitted.ok) throw new HttpError(403, admitted.code, 'this topic is outside your scope')
      const snapshot = board.snapshot(admitted.topic, new Date(now()).toISOString())
      if (!snapshot) throw new HttpError(503, 'not_yet', 'the figures are still being read', 2)
      return { ...snapshot, state: snapshot.state as Record<string, unknown> }
    },
  })

const seriesRoute = ({ board, now }: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/series',
    summary: 'Doses by day of administration, of the nation or a province',
    need: 'aggregates',
    query: z.strictObject({
      unit: z.union([z.literal('nation'), unitParam.exclude(['00', 'ZZ'])]).default('nation'),
      from: day.optional(),
      to: day.optional(),
    }),
    answer: z.object({
      unit: z.string(),
      asOf: isoInstant,
      days: z.array(z.object({ day, doses: z.int() })).describe('days without doses are left away'),
    }),
    handle: ({ query }) => {
      const topic = query.unit === 'nation' ? 'nation' : (`province:${query.unit}` as const)
      const { state, asOf } = stateOf<NationState | ProvinceState>(board, topic, now())
      const days = Object.entries(state.days)
        .filter(([d]) => (query.from ?? d) <= d && d <= (query.to ?? d))
        .map(([d, doses]) => ({ day: d, doses }))
      return { unit: query.unit, asOf, days }
    },
  })

const summary = z.record(z.string(), z.union([figure, z.string(), z.null()]))

const provincesRoute = ({ board, now }: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/provinces',
    summary: 'All units in short: 63 provinces, ministries (00), not stated (ZZ)',
    need: 'aggregates',
    answer: z.object({ asOf: isoInstant, today: day, units: z.record(z.string(), summary) }),
    handle: () => {
      const { state, asOf } = stateOf<NationState>(board, 'nation', now())
      const units = Object.fromEntries(Object.entries(state.units).map(([code, u]) => [code, { ...u }]))
      return { asOf, today: state.today, units }
    },
  })

export const stateRoutes = (parts: RestParts): Route[] => [
  topicRoute(parts),
  seriesRoute(parts),
  provincesRoute(parts),
]
