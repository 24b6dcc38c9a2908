import { playlistList } from '@mcc/contract'
import { z } from 'zod'
import { isoInstant } from '../answers.js'
import { HttpError } from '../http-error.js'
import { onRecord } from '../on-record.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

const PATH = '/api/v1/playlists'
const answer = z.object({
  version: z.int(),
  changedAt: isoInstant.nullable(),
  changedBy: z.string().nullable(),
  playlists: playlistList,
})
const shown = ({ playlists }: RestParts) => ({ ...playlists.state(), ...playlists.change })

const read = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: PATH,
    summary: 'What the walls show: playlists of scenes',
    need: 'aggregates',
    answer,
    handle: () => shown(parts),
  })

const replace = (parts: RestParts): Route =>
  route({
    method: 'post',
    path: PATH,
    summary: 'Replace all playlists; walls that run follow within seconds. 409 when another edit came first',
    need: 'administration',
    body: z.strictObject({
      version: z.int().describe('the version that was edited'),
      playlists: playlistList,
    }),
    answer,
    handle: async (asked) => {
      const { body, caller } = asked
      const filter = { version: String(body.version), playlists: body.playlists.map((p) => p.id).join(' ') }
      await onRecord(parts, asked, { action: `post ${PATH}`, filter, rows: 0 })
      const who = caller?.name ?? ''
      const at = new Date(parts.now()).toISOString()
      if (!(await parts.playlists.replace(body.version, body.playlists, who, at)))
        throw new HttpError(409, 'changed_meanwhile', 'the playlists were changed meanwhile; read them again')
      parts.live.publishMachine()
      return shown(parts)
    },
  })

export const playlistRoutes = (parts: RestParts): Route[] => [read(parts), replace(parts)]
