import { MAIN_PLAYLIST } from '@mcc/contract'
import { z } from 'zod'
import { type Display, displayStand } from '../../access/displays.js'
import { done, isoInstant } from '../answers.js'
import { HttpError } from '../http-error.js'
import { iso } from '../moment.js'
import { onRecord } from '../on-record.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

const displayAnswer = z.object({
  id: z.string(),
  name: z.string(),
  playlist: z.string().describe('what its link opens'),
  createdAt: isoInstant,
  expiresAt: isoInstant,
  stand: z.enum(['good', 'ends-soon', 'ended']).describe('ends-soon: within 14 days, by this clock'),
})
const shown = (display: Display, now: number) => ({
  id: display.id,
  name: display.name,
  playlist: display.playlist,
  createdAt: iso(display.createdAt),
  expiresAt: iso(display.expiresAt),
  stand: displayStand(display, now),
})

/** @throws HttpError 404 when no playlist has that id */
function knownPlaylist({ playlists }: RestParts, id: string): void {
  if (!playlists.state().playlists.some((p) => p.id === id))
    throw new HttpError(404, 'no_such_playlist', 'no such playlist')
}

export const displayRoutes = (parts: RestParts): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/displays',
    summary: 'Wall displays that have a token',
    need: 'administration',
    answer: z.object({ displays: z.array(displayAnswer) }),
    handle: async () => ({
      displays: (await parts.displays.all()).map((display) => shown(display, parts.now())),
    }),
  }),
  route({
    method: 'post',
    path: '/api/v1/displays',
    summary: 'Make a token for a wall display and its playlist; it is shown once',
    need: 'administration',
    body: z.strictObject({
      name: z.string().trim().min(1).max(80),
      playlist: z.string().max(40).default(MAIN_PLAYLIST),
    }),
    answer: z.object({ display: displayAnswer, token: z.string(), path: z.string() }),
    handle: async (asked) => {
      const { name, playlist } = asked.body
      knownPlaylist(parts, playlist)
      await onRecord(parts, asked, { action: 'post /api/v1/displays', filter: { name, playlist } })
      const now = parts.now()
      const { display, token } = await parts.displays.create(name, now, playlist)
      return { display: shown(display, now), token, path: `/wall/${playlist}#display=${token}` }
    },
  }),
  route({
    method: 'delete',
    path: '/api/v1/displays/:id',
    summary: 'Revoke a display; it is cut off within five seconds',
    need: 'administration',
    params: z.strictObject({ id: z.uuid() }),
    answer: done,
    handle: async (asked) => {
      const { id } = asked.params
      const noSuch = () => new HttpError(404, 'no_such_display', 'no such display')
      const found = (await parts.displays.all()).find((display) => display.id === id)
      if (!found) throw noSuch()
      const filter = { name: found.name, id }
      await onRecord(parts, asked, { action: 'delete /api/v1/displays/:id', filter })
      if (!(await parts.displays.revoke(id))) throw noSuch()
      return { ok: true as const }
    },
  }),
]
