import { accountingHours, doseVerification, incidentsSince, manifestDifferences } from '@mcc/warehouse'
import { z } from 'zod'
import { queuedBatches } from '../../live/queue.js'
import { isoInstant, limitParam } from '../answers.js'
import { iso } from '../moment.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const instant = z.iso.datetime({ offset: true })
const counts = {
  received: z.int(),
  stored: z.int(),
  duplicate: z.int(),
  superseded: z.int(),
  quarantined: z.int(),
  inFlight: z.int(),
  unexplained: z.int(),
}

const accounting = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/accounting',
    summary:
      'What was received and what became of it, per source and hour of receiving; and what sources say they sent',
    need: 'aggregates',
    query: z.strictObject({
      from: instant.optional().describe('absent: a day before `to`'),
      to: instant.optional().describe('absent: now, by the data'),
      source: z.string().max(64).optional(),
    }),
    answer: z.object({
      from: isoInstant,
      to: isoInstant,
      hours: z.array(z.object({ source: z.string(), from: isoInstant, to: isoInstant, ...counts })),
      manifests: z.array(
        z.object({
          source: z.string(),
          type: z.string(),
          from: isoInstant,
          to: isoInstant,
          postedAt: isoInstant,
          records: z.int(),
          received: z.int(),
          difference: z.int().describe('received − sent'),
        }),
      ),
    }),
    handle: async ({ query: { from, to, source = '' } }) => {
      const newest = parts.exercise ? parts.live.dataTime : parts.now()
      const toMs = to ? Date.parse(to) : newest + HOUR_MS
      const at = { source, fromMs: from ? Date.parse(from) : toMs - DAY_MS, toMs }
      // the queue first: what leaves it meanwhile has its account already
      const queued = await queuedBatches(parts.redis)
      const hours = await accountingHours(parts.warehouse, { ...at, sinceMs: 0, nowMs: parts.now(), queued })
      const manifests = await manifestDifferences(parts.warehouse, at)
      return {
        from: iso(at.fromMs),
        to: iso(toMs),
        hours: hours.map(({ hour, ...h }) => ({ ...h, from: iso(hour), to: iso(hour + HOUR_MS) })),
        manifests: manifests.map((m) => ({
          ...m,
          from: iso(m.from),
          to: iso(m.to),
          postedAt: iso(m.postedAt),
        })),
      }
    },
  })

const incidents = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/incidents',
    summary: 'Differences between ledgers, roll-ups and states that were found and healed, newest first',
    need: 'aggregates',
    query: z.strictObject({ limit: limitParam(100, 500) }),
    answer: z.object({
      incidents: z.array(
        z.object({ id: z.string(), at: isoInstant, subject: z.string(), differing: z.int() }),
      ),
    }),
    handle: async ({ query: { limit } }) => {
      const rows = await incidentsSince(parts.warehouse, { sinceMs: 0, limit })
      return {
        incidents: rows.map(({ id, atMs, subject, differing }) => ({
          id,
          at: iso(atMs),
          subject,
          differing,
        })),
      }
    },
  })

const incident = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/incidents/:id',
    summary:
      'An incident with examples of what stood there before and stands there after; record keys are lines',
    need: 'administration',
    params: z.strictObject({ id: z.uuid() }),
    answer: z.object({
      incidents: z.array(z.object({ examples: z.array(z.record(z.string(), z.unknown())) })),
    }),
    handle: async ({ params: { id } }) => {
      const rows = await incidentsSince(parts.warehouse, { sinceMs: 0, limit: 500 })
      return { incidents: rows.filter((r) => r.id === id).map((r) => ({ examples: r.detail })) }
    },
  })

const verification = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/verification',
    summary: 'Doses by unit: entered, of a person whose identity was matched, and signed digitally',
    need: 'aggregates',
    answer: z.object({
      knownAt: isoInstant,
      units: z.array(z.object({ unit: z.string(), entered: z.int(), verified: z.int(), signed: z.int() })),
    }),
    handle: async () => {
      const knownAt = iso(parts.live.dataTime)
      return { knownAt, units: await doseVerification(parts.warehouse, {}) }
    },
  })

export const bookRoutes = (parts: RestParts): Route[] => [
  accounting(parts),
  incidents(parts),
  incident(parts),
  verification(parts),
]
