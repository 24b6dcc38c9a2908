import { z } from 'zod'
import { done } from '../answers.js'
import { HttpError } from '../http-error.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

export const alarmRoutes = (parts: RestParts): Route[] => [
  route({
    method: 'post',
    path: '/api/v1/alarms/:id/ack',
    summary: 'Acknowledge an alarm; it stays for as long as its cause does',
    need: 'alarms.acknowledge',
    params: z.strictObject({ id: z.string().min(1).max(200) }),
    body: z.strictObject({ note: z.string().max(500).default('') }),
    answer: done,
    handle: async ({ params, body, caller }) => {
      const at = new Date(parts.now()).toISOString()
      const who = caller?.name ?? ''
      if (!parts.alarms.state().alarms[params.id]) throw new HttpError(404, 'no_such_alarm', 'no such alarm')
      await parts.audit.append({
        at,
        who,
        role: caller?.role ?? '',
        scope: caller?.province ?? 'nation',
        action: 'post /api/v1/alarms/:id/ack',
        filter: { alarm: params.id, note: body.note },
        rows: 0,
        outcome: 'answered',
      })
      await parts.alarms.acknowledge(params.id, who, at)
      parts.live.publishMachine()
      return { ok: true as const }
    },
  }),
]
