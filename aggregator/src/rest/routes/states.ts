import {
  type Json,
  type NationState,
  type ProvinceState,
  type Snapshot,
  type Topic,
  TOPICS,
} from '@mcc/contract'
import { z } from 'zod'
import { admits, cut, cutTo } from '../../access/topic-needs.js'
import { isFigureTopic } from '../../live/states.js'
import { dataTime, day, figure, snapshotAnswer, unitParam } from '../answers.js'
import { HttpError } from '../http-error.js'
import { LONG_READ_MS } from '../in-time.js'
import { instantParam, iso, mustBeSettled } from '../moment.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

interface Said {
  /** Epoch, sequence and server time of a live state; nothing for a past one. */
  stamp: Partial<Pick<Snapshot, 'epoch' | 'seq' | 'serverTime'>>
  asOf: string
  knownAt: string
  state: Json
}

function liveState({ board, now }: RestParts, topic: Topic): Said {
  const snapshot = board.snapshot(topic, iso(now()))
  if (!snapshot) throw new HttpError(503, 'not_yet', 'the figures are still being read', 2)
  const { epoch, seq, serverTime, asOf, state } = snapshot
  return { stamp: { epoch, seq, serverTime }, asOf, knownAt: asOf, state }
}

/**
 * The state of a topic: live, or as it was known at `at` (epoch ms). Throws 503 before the first figures have been read,
 * 409 when the moment is not settled, 400 for a topic that is about the machine and has no past.
 */
async function stateOf(parts: RestParts, topic: Topic, at: number | undefined): Promise<Said> {
  if (at === undefined) return liveState(parts, topic)
  if (!isFigureTopic(topic)) throw new HttpError(400, 'no_past', `${topic} can only be asked live`)
  mustBeSettled(at, parts.live.settled)
  return { stamp: {}, asOf: iso(at), knownAt: iso(at), state: await parts.known.state(topic, at) }
}

const at = instantParam.optional().describe('the moment of knowing; absent: live')

const topicRoute = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/topics/:topic',
    readMs: LONG_READ_MS,
    summary:
      'The state of a topic: live as of its watermark, or as it was known at a moment; for a wall what its scenes need',
    need: 'topics',
    params: z.strictObject({ topic: z.enum(TOPICS) }),
    query: z.strictObject({ at }),
    answer: snapshotAnswer,
    handle: async ({ params, query, caller }) => {
      const admitted = admits(caller, params.topic, parts.playlists.state().playlists)
      if (!admitted.ok) throw new HttpError(403, admitted.code, 'this topic is outside your scope')
      const { topic } = admitted
      const { stamp, asOf, knownAt, state } = await stateOf(parts, topic, query.at)
      return {
        topic,
        ...stamp,
        asOf,
        knownAt,
        state: cut(state, cutTo(caller, topic)) as Record<string, unknown>,
      }
    },
  })

const seriesRoute = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/series',
    readMs: LONG_READ_MS,
    summary: 'Doses by day of administration, of the nation or a province; live or as known at a moment',
    need: 'aggregates',
    query: z.strictObject({
      unit: z.union([z.literal('nation'), unitParam.exclude(['00', 'ZZ'])]).default('nation'),
      from: day.optional(),
      to: day.optional(),
      at,
    }),
    answer: z.object({
      unit: z.string(),
      ...dataTime,
      days: z.array(z.object({ day, doses: z.int() })).describe('days without doses are left away'),
    }),
    handle: async ({ query }) => {
      const topic = query.unit === 'nation' ? 'nation' : (`province:${query.unit}` as const)
      const { state, asOf, knownAt } = await stateOf(parts, topic, query.at)
      const days = Object.entries((state as unknown as NationState | ProvinceState).days)
        .filter(([d]) => (query.from ?? d) <= d && d <= (query.to ?? d))
        .map(([d, doses]) => ({ day: d, doses }))
      return { unit: query.unit, asOf, knownAt, days }
    },
  })

const summary = z.record(z.string(), z.union([figure, z.string(), z.null()]))

const provincesRoute = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/provinces',
    readMs: LONG_READ_MS,
    summary:
      'All units in short: 63 provinces, ministries (00), not stated (ZZ); live or as known at a moment',
    need: 'aggregates',
    query: z.strictObject({ at }),
    answer: z.object({ ...dataTime, today: day, units: z.record(z.string(), summary) }),
    handle: async ({ query }) => {
      const said = await stateOf(parts, 'nation', query.at)
      const { today, units } = said.state as unknown as NationState
      const inShort = Object.entries(units).map(([code, u]) => [code, { ...u }] as const)
      return { asOf: said.asOf, knownAt: said.knownAt, today, units: Object.fromEntries(inShort) }
    },
  })

export const stateRoutes = (parts: RestParts): Route[] => [
  topicRoute(parts),
  seriesRoute(parts),
  provincesRoute(parts),
]
