import { z } from 'zod'
import { done } from '../answers.js'
import { HttpError } from '../http-error.js'
import { onRecord } from '../on-record.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

export const alarmRoutes = (parts: RestParts): Route[] => [
  route({
    method: 'post',
    path: '/api/v1/alarms/:id/ack',
    summary: 'Acknowledge an alarm of your scope; it stays for as long as its cause does',
    need: 'alarms.acknowledge',
    params: z.strictObject({ id: z.string().min(1).max(200) }),
    body: z.strictObject({ note: z.string().max(500).default('') }),
    // what is no alarm is said to be none, not to be somebody else's
    unit: ({ params, caller }) => {
      const { alarms } = parts.alarms.state()
      return Object.hasOwn(alarms, params.id) ? (alarms[params.id]?.unit ?? undefined) : caller?.province
    },
    answer: done,
    handle: async (asked) => {
      const { params, body, caller } = asked
      if (!Object.hasOwn(parts.alarms.state().alarms, params.id))
        throw new HttpError(404, 'no_such_alarm', 'no such alarm')
      const filter = { alarm: params.id, note: body.note }
      await onRecord(parts, asked, { action: 'post /api/v1/alarms/:id/ack', filter, rows: 0 })
      await parts.alarms.acknowledge(params.id, caller?.name ?? '', new Date(parts.now()).toISOString())
      parts.live.publishMachine()
      return { ok: true as const }
    },
  }),
]
