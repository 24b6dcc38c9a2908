import {
  EXERCISE_HEADER,
  EXERCISE_NOW_HEADER,
  eventJsonSchema,
  type ExerciseMark,
  exerciseLabel,
  instant,
} from '@mcc/contract'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import type { Logger } from 'pino'
import { TimedOut } from '../queue/redis.js'
import type { SourceRegistry } from '../source/registry.js'
import { type Acceptance, newBatchId } from './accept.js'
import { type BookParts, bookRoutes } from './books.js'
import { checkBatch } from './check-batch.js'
import type { GatewayClock } from './clock.js'
import { linesOf } from './lines.js'
import type { GatewayMetrics } from './metrics.js'
import type { Pseudonymise } from './pseudonym.js'
import { refuse, retryLater } from './refuse.js'
import { sourceOfRequest } from './source-key.js'
import { makeTurns } from './turns.js'

/** A batch that is not read and checked so long after it has come is sent away: with what Redis may take no request stays open for two seconds. */
const TURN_MS = 600
/** Request bodies end here, after decompression. */
const BODY_LIMIT = '2mb'

export interface GatewayParts {
  exercise: ExerciseMark | undefined
  sources: SourceRegistry
  pseudonymise: Pseudonymise
  clock: GatewayClock
  acceptance: Acceptance
  metrics: GatewayMetrics
  redisIsUp: () => boolean
  /** What accounting and manifests work on; without an engine they are not served. */
  books: Omit<BookParts, 'sources'> | undefined
  log: Logger
}

/** A response to a source whose key was found good. */
type ToSource = Response<unknown, { source: string }>

/** Lets sources on only: before the body is read, which would cost memory and time only to be refused. */
function sourcesOnly({ acceptance, sources }: GatewayParts) {
  return async (request: Request, response: ToSource, next: NextFunction): Promise<void> => {
    if (!acceptance.open()) return retryLater(response, 503, 'queue_unavailable', 1)
    const source = await sourceOfRequest(sources, request, response)
    if (source === undefined) return
    response.locals.source = source
    next()
  }
}

function postEvents(parts: GatewayParts) {
  const turns = makeTurns()
  return async (request: Request, response: ToSource): Promise<void> => {
    const { source } = response.locals
    const come = performance.now()
    /** Waits for its turn; false when that came too late. */
    const inTime = async (): Promise<boolean> => {
      await turns.take()
      return performance.now() - come < TURN_MS
    }
    const told = request.get(EXERCISE_NOW_HEADER)
    if (parts.exercise && told !== undefined && !instant.safeParse(told).success)
      return refuse(response, 400, 'bad_exercise_now', `${EXERCISE_NOW_HEADER} is no ISO 8601 instant`)
    const kind = request.is('application/x-ndjson')
      ? 'ndjson'
      : request.is('application/json')
        ? 'array'
        : undefined
    if (kind === undefined)
      return refuse(response, 415, 'unknown_content_type', 'send application/x-ndjson or application/json')
    if (!(await inTime())) return retryLater(response, 503, 'busy', 1)
    const cut = linesOf(request.body as string, kind)
    if (!cut.ok) return refuse(response, cut.status, cut.code, cut.message)
    const now = await parts.clock.receivedAt(told)
    if (!(await inTime())) return retryLater(response, 503, 'busy', 1)
    const checked = checkBatch(cut.lines, parts.pseudonymise, {
      now,
      exercise: parts.exercise !== undefined,
      source,
    })
    const batch = newBatchId()
    const accepted = await parts.acceptance.accept({
      batch,
      source,
      receivedAt: now,
      lines: checked.lines,
      refused: checked.refused,
    })
    if (!accepted.ok) return retryLater(response, accepted.status, accepted.code, accepted.retryAfter)
    parts.metrics.accepted(source, checked)
    response.status(202).json({ batch, accepted: checked.lines.length, rejected: checked.rejections })
  }
}

/** The gateway: `POST /v1/events`, `POST /v1/manifest`, `GET /v1/accounting`, `/v1/schema`, `/livez`, `/readyz`, `/metrics`. */
export function makeGateway(parts: GatewayParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.use((_request, response, next) => {
    if (parts.exercise) response.set(EXERCISE_HEADER, encodeURIComponent(exerciseLabel(parts.exercise)))
    next()
  })
  app.post(
    '/v1/events',
    sourcesOnly(parts),
    express.text({ type: ['application/x-ndjson', 'application/json'], limit: BODY_LIMIT }),
    postEvents(parts),
  )
  app.use(bookRoutes(parts.books && { ...parts.books, sources: parts.sources }))
  app.get('/v1/schema', (_request, response) => void response.json(eventJsonSchema()))
  app.get('/livez', (_request, response) => void response.json({ status: 'up' }))
  app.get('/readyz', (_request, response) => {
    const up = parts.redisIsUp()
    response.status(up ? 200 : 503).json({ status: up ? 'ready' : 'not ready', redis: up ? 'up' : 'down' })
  })
  app.get(
    '/metrics',
    async (_request, response) => void response.type('text/plain').send(await parts.metrics.text()),
  )
  app.use((_request, response) => refuse(response, 404, 'no_such_route', 'no such route'))
  app.use(
    (
      error: Error & { status?: number; type?: string },
      _request: Request,
      response: Response,
      _next: NextFunction,
    ) => {
      if (
        error instanceof TimedOut ||
        error.name === 'MaxRetriesPerRequestError' ||
        /Stream isn't writeable|Command timed out|Connection is closed/.test(error.message)
      ) {
        return retryLater(response, 503, 'queue_unavailable', 1)
      }
      const status = error.status ?? 500
      if (status >= 500) parts.log.error({ err: error }, 'request failed')
      refuse(
        response,
        status,
        error.type?.replaceAll('.', '_') ?? (status >= 500 ? 'internal' : 'bad_request'),
        status === 413
          ? `the body is larger than ${BODY_LIMIT}`
          : status >= 500
            ? 'internal error'
            : error.message,
      )
    },
  )
  return app
}
