import { allows, Busy, EXERCISE_HEADER, exerciseLabel, type ExerciseMark, type Need } from '@mcc/contract'
import { QueryError } from '@mcc/warehouse'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Identities } from '../access/identity.js'
import { notForeign } from '../access/origin.js'
import type { Audit } from '../audit/audit.js'
import { QueueAway } from '../live/queue.js'
import { HttpError } from './http-error.js'
import { inTime } from './in-time.js'
import type { Asked, Route } from './route.js'

export interface Gate {
  identities: Identities
  audit: Audit
  exercise: ExerciseMark | undefined
  origins: readonly string[]
  now: () => number
  log: Logger
}

function parse(schema: z.ZodType, input: unknown, what: string): unknown {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues.map((i) => `${[what, ...i.path].join('.')}: ${i.message}`)
  throw new HttpError(400, 'bad_request', where.join('; '))
}

/** What asks for lines. */
const LINES: readonly Need[] = ['aefi.lines', 'facility.lines']

/** A refused look at lines is on record too. */
async function auditDenial(gate: Gate, route: Route, asked: Asked<unknown, unknown, unknown>): Promise<void> {
  if (!asked.caller || !LINES.includes(route.need)) return
  const { caller } = asked
  await gate.audit.append({
    at: new Date(gate.now()).toISOString(),
    who: caller.name,
    role: caller.role,
    scope: caller.province ?? 'nation',
    action: `${route.method} ${route.path}`,
    filter: { unit: route.unit(asked) ?? 'nation' },
    rows: 0,
    outcome: 'denied',
  })
}

async function answer(gate: Gate, route: Route, request: Request, response: Response): Promise<void> {
  if (route.method !== 'get' && !notForeign(request.headers, gate.origins))
    throw new HttpError(403, 'foreign_origin', 'the request comes from another site')
  const identity = await gate.identities.of(request.headers.cookie, true)
  if (!identity && route.need !== 'public') throw new HttpError(401, 'not_signed_in', 'sign in first')
  const asked = {
    params: parse(route.params, { ...request.params }, 'path'),
    query: parse(route.query, { ...request.query }, 'query'),
    body: parse(route.body, request.body ?? {}, 'body'),
    identity,
    caller: identity?.caller,
    request,
    response,
  }
  if (!allows(asked.caller, route.need, route.unit(asked))) {
    await auditDenial(gate, route, asked)
    throw new HttpError(403, 'not_allowed', 'this is outside your scope')
  }
  const handled = Promise.resolve(route.handle(asked))
  // an act is waited for until it is known whether it was done
  const result = await (route.method === 'get' ? inTime(handled, route.readMs) : handled)
  if (!route.answer || response.headersSent) return
  const body = route.answer.parse(result) as object
  response.json(gate.exercise ? { ...body, exercise: gate.exercise } : body)
}

function asHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error
  if (error instanceof QueryError)
    return new HttpError(503, 'engine_away', 'the store does not answer; try again', 2)
  if (error instanceof QueueAway)
    return new HttpError(503, 'queue_away', 'the queue does not answer; try again', 2)
  if (error instanceof Busy) return new HttpError(503, 'busy', 'too many look back at once; try again', 2)
  // what express says of a body it cannot read
  const { status } = error as { status?: unknown }
  return typeof status === 'number' && status >= 400 && status < 500
    ? new HttpError(status, 'bad_request', 'the request cannot be read')
    : new HttpError(500, 'internal', 'internal error')
}

/** Sends what went wrong: code and sentence, never a stack or a statement. */
function failed(gate: Gate) {
  return (error: unknown, _request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) return next(error)
    const { status, code, message, retryAfter, facts } = asHttpError(error)
    if (status >= 500) gate.log.error({ error: String(error) }, 'request failed')
    if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter))
    response.status(status).json({ error: { ...facts, code, message } })
  }
}

/** Puts the declared routes, each behind its scope check, and the error answer onto the app. */
export function registerRoutes(app: Express, routes: readonly Route[], gate: Gate): void {
  app.use((_request, response, next) => {
    if (gate.exercise) response.set(EXERCISE_HEADER, encodeURIComponent(exerciseLabel(gate.exercise)))
    next()
  })
  const json = express.json({ limit: '16kb', strict: true })
  for (const route of routes) {
    const handler = async (request: Request, response: Response): Promise<void> => {
      response.set('Cache-Control', 'no-store')
      await answer(gate, route, request, response)
    }
    if (route.method === 'get') app.get(route.path, handler)
    else app[route.method](route.path, json, handler)
  }
}

/** What is asked under /api and is no route, and every error. To be put on last. */
export function registerEnd(app: Express, gate: Gate): void {
  app.use((_request, response) => {
    response.status(404).json({ error: { code: 'no_such_route', message: 'no such route' } })
  })
  app.use(failed(gate))
}
