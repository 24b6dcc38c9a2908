import { z } from 'zod'
import type { Display } from '../../access/displays.js'
import { done, isoInstant } from '../answers.js'
import { HttpError } from '../http-error.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

const iso = (ms: number): string => new Date(ms).toISOString()

const displayAnswer = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: isoInstant,
  expiresAt: isoInstant,
})
const shown = ({ id, name, createdAt, expiresAt }: Display) => ({
  id,
  name,
  createdAt: iso(createdAt),
  expiresAt: iso(expiresAt),
})

const displays = (parts: RestParts): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/displays',
    summary: 'Wall displays that have a token',
    need: 'administration',
    answer: z.object({ displays: z.array(displayAnswer) }),
    handle: async () => ({ displays: (await parts.displays.all()).map(shown) }),
  }),
  route({
    method: 'post',
    path: '/api/v1/displays',
    summary: 'Make a token for a wall display; it is shown once',
    need: 'administration',
    body: z.strictObject({ name: z.string().min(1).max(80) }),
    answer: z.object({ display: displayAnswer, token: z.string(), path: z.string() }),
    handle: async ({ body }) => {
      const { display, token } = await parts.displays.create(body.name, parts.now())
      return { display: shown(display), token, path: `/wall/main#display=${token}` }
    },
  }),
  route({
    method: 'delete',
    path: '/api/v1/displays/:id',
    summary: 'Revoke a display; it is cut off within five seconds',
    need: 'administration',
    params: z.strictObject({ id: z.uuid() }),
    answer: done,
    handle: async ({ params }) => {
      if (!(await parts.displays.revoke(params.id)))
        throw new HttpError(404, 'no_such_display', 'no such display')
      return { ok: true as const }
    },
  }),
]

export const administrationRoutes = (parts: RestParts): Route[] => displays(parts)
