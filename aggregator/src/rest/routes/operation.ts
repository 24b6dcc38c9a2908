import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'
import { z } from 'zod'
import { HttpError } from '../http-error.js'
import { openApi } from '../openapi.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

const digest = (s: string): Buffer => createHash('sha256').update(s).digest()
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Metrics are for this machine, and for who has the token. */
function mayScrape(request: Request, token: string | undefined): boolean {
  const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (token !== undefined && given !== undefined) return timingSafeEqual(digest(given), digest(token))
  // through a proxy on this machine everybody looks local
  return LOOPBACK.has(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined
}

const healthRoutes = ({ live }: RestParts, draining: () => boolean): Route[] => [
  route({
    method: 'get',
    path: '/livez',
    summary: 'The process runs',
    need: 'public',
    answer: z.object({ status: z.literal('up') }),
    handle: () => ({ status: 'up' as const }),
  }),
  route({
    method: 'get',
    path: '/readyz',
    summary: 'Ready, or which dependency is away; states are served from memory all the same',
    need: 'public',
    handle: ({ response }) => {
      const system = live.look?.system
      const { engine = 'down', redis = 'down', writer = 'down' } = system ?? {}
      const read = live.states !== undefined
      const ready = !draining() && read && [engine, redis, writer].every((h) => h === 'up')
      const status = draining() ? 'draining' : ready ? 'ready' : 'degraded'
      response
        .status(ready ? 200 : 503)
        .json({ status, engine, redis, writer, figures: read ? 'read' : 'not yet' })
    },
  }),
]

export const operationRoutes = (
  parts: RestParts,
  all: () => readonly Route[],
  draining: () => boolean,
): Route[] => [
  ...healthRoutes(parts, draining),
  route({
    method: 'get',
    path: '/metrics',
    summary: 'Prometheus metrics; from this machine or with a token',
    need: 'public',
    handle: async ({ request, response }) => {
      if (!mayScrape(request, parts.metricsToken)) throw new HttpError(403, 'not_allowed', 'not from here')
      response.type('text/plain').send(await parts.metrics.registry.metrics())
    },
  }),
  route({
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description',
    need: 'public',
    handle: ({ response }) => void response.json(openApi(all())),
  }),
]
