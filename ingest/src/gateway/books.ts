import { accountingHours, manifestDifferences, type Warehouse, writeManifest } from '@mcc/warehouse'
import { instant, manifest } from '@mcc/contract'
import express, { type Request, type Response, Router } from 'express'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { queuedBatches } from '../queue/queued.js'
import { within } from '../queue/redis.js'
import type { SourceRegistry } from '../source/registry.js'
import { refuse, retryLater } from './refuse.js'
import { sourceOfRequest } from './source-key.js'

/** No request stays open longer, whatever engine and Redis do. */
const ANSWER_MS = 1_800
const HOUR_MS = 3_600_000
/** Looked back when nothing is asked. */
const DEFAULT_MS = 24 * HOUR_MS
/** A year: far more makes the engine read everything. */
const MOST_MS = 400 * 24 * HOUR_MS

export interface BookParts {
  sources: SourceRegistry
  warehouse: Warehouse
  redis: Redis
  exercise: boolean
  /** The newest receiving time, epoch ms: the exercise's clock on an exercise store. */
  receivingNow: () => Promise<number>
  /** Real time, epoch ms. */
  now: () => number
}

const window = z.strictObject({
  from: instant.optional(),
  to: instant.optional(),
  source: z.string().optional(),
})
const iso = (ms: number): string => new Date(ms).toISOString()
const whatIsWrong = (error: z.ZodError): string =>
  error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')

function getAccounting(parts: BookParts) {
  return async (request: Request, response: Response): Promise<void> => {
    const source = await sourceOfRequest(parts.sources, request, response)
    if (source === undefined) return
    const asked = window.safeParse({ ...request.query })
    if (!asked.success) return refuse(response, 400, 'bad_request', whatIsWrong(asked.error))
    if (asked.data.source !== undefined && asked.data.source !== source)
      return refuse(response, 403, 'not_your_source', 'a key sees the books of its own source')
    const toMs = asked.data.to ? Date.parse(asked.data.to) : (await parts.receivingNow()) + HOUR_MS
    const fromMs = asked.data.from ? Date.parse(asked.data.from) : toMs - DEFAULT_MS
    if (fromMs >= toMs) return refuse(response, 400, 'bad_request', 'from must lie before to')
    if (toMs - fromMs > MOST_MS)
      return refuse(response, 400, 'bad_request', 'the window is longer than 400 days')
    // the queue first: what leaves it meanwhile has its account already
    const queued = await queuedBatches(parts.redis)
    const at = { source, fromMs, toMs }
    const [hours, manifests] = await Promise.all([
      accountingHours(parts.warehouse, { ...at, sinceMs: 0, nowMs: parts.now(), queued }),
      manifestDifferences(parts.warehouse, at),
    ])
    response.json({
      source,
      from: iso(fromMs),
      to: iso(toMs),
      hours: hours.map(({ source: _own, hour, ...counts }) => ({
        from: iso(hour),
        to: iso(hour + HOUR_MS),
        ...counts,
      })),
      manifests: manifests.map(({ source: _own, ...m }) => ({
        ...m,
        from: iso(m.from),
        to: iso(m.to),
        postedAt: iso(m.postedAt),
      })),
    })
  }
}

function postManifest(parts: BookParts) {
  return async (request: Request, response: Response): Promise<void> => {
    const source = await sourceOfRequest(parts.sources, request, response)
    if (source === undefined) return
    const body = manifest.safeParse(request.body)
    if (!body.success) return refuse(response, 400, 'bad_manifest', whatIsWrong(body.error))
    const { exercise, from, to, ...sent } = body.data
    if (sent.source !== source)
      return refuse(response, 403, 'not_your_source', 'the API key does not belong to the source named')
    if ((exercise === true) !== parts.exercise)
      return refuse(response, 400, 'exercise_mark', 'the exercise mark does not fit this store')
    await writeManifest(parts.warehouse, { ...sent, from: Date.parse(from), to: Date.parse(to) }, parts.now())
    response.status(201).json({ ...sent, from: iso(Date.parse(from)), to: iso(Date.parse(to)) })
  }
}

/**
 * The books a source may read and write: `GET /v1/accounting` and `POST /v1/manifest`. Without a warehouse, and while the
 * engine or Redis is away, both answer 503 with `Retry-After`.
 */
export function bookRoutes(parts: BookParts | undefined): Router {
  const router = Router()
  const orLater =
    (handle: (parts: BookParts) => (request: Request, response: Response) => Promise<void>) =>
    async (request: Request, response: Response): Promise<void> => {
      if (!parts) return retryLater(response, 503, 'engine_away', 5)
      await within(handle(parts)(request, response), ANSWER_MS).catch(() => {
        if (!response.headersSent) retryLater(response, 503, 'engine_away', 2)
      })
    }
  router.get('/v1/accounting', orLater(getAccounting))
  router.post('/v1/manifest', express.json({ limit: '16kb' }), orLater(postManifest))
  return router
}
