import { EVENT_TYPES, REJECTIONS } from '@mcc/contract'
import {
  quarantinedRecord,
  quarantineLine,
  quarantineLines,
  quarantineReasons,
  quarantineSettlements,
  settleQuarantine,
} from '@mcc/warehouse'
import { z } from 'zod'
import { isoInstant, limitParam, offsetParam } from '../answers.js'
import { HttpError } from '../http-error.js'
import { recordLook, signedIn } from '../look.js'
import { iso } from '../moment.js'
import { onRecord } from '../on-record.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

const instant = z.iso.datetime({ offset: true })
const filter = {
  code: z
    .string()
    .refine((c) => Object.hasOwn(REJECTIONS, c), 'no such code')
    .optional(),
  source: z.string().max(64).optional(),
  type: z.enum([...EVENT_TYPES, '']).optional(),
  from: instant.optional().describe('received at or after'),
  to: instant.optional().describe('received before'),
}
const RECORD_PATH = '/api/v1/quarantine/:id'
const status = z.enum(['open', 'releasing', 'released', 'discarded'])
const bodyFilter = z.strictObject(filter)
type Filter = z.infer<typeof bodyFilter>

const paramsOf = (f: Filter, ids: string[] = []) => ({
  ids,
  code: f.code ?? '',
  source: f.source ?? '',
  type: f.type ?? '',
  fromMs: f.from ? Date.parse(f.from) : 0,
  toMs: f.to ? Date.parse(f.to) : 0,
})

const line = quarantineLine.extend({ receivedAt: isoInstant })

const list = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/quarantine',
    summary: 'Records that could not be counted, with the reason, and how many of each; bodies are not shown',
    need: 'administration',
    query: z.strictObject({
      ...filter,
      status: status.optional(),
      limit: limitParam(100, 500),
      offset: offsetParam,
    }),
    answer: z.object({
      lines: z.array(line),
      reasons: z
        .array(z.object({ code: z.string(), status: z.string(), records: z.int() }))
        .describe('of all codes and statuses, whichever the lines are narrowed to'),
    }),
    handle: async ({ query: { limit, offset, status: s = '', ...f } }) => {
      const params = { ...paramsOf(f), status: s }
      const rows = await quarantineLines(parts.warehouse, { ...params, limit, offset })
      const reasons = await quarantineReasons(parts.warehouse, { ...params, code: '', status: '' })
      return { lines: rows.map((r) => ({ ...r, receivedAt: iso(r.receivedAt) })), reasons }
    },
  })

const record = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: RECORD_PATH,
    summary: 'One quarantined record with what was kept of its body; each look is on record',
    need: 'administration',
    params: z.strictObject({ id: z.string().max(80) }),
    answer: line.extend({ body: z.string().describe('JSON text, cut at 4,000 characters') }),
    handle: async ({ params: { id }, caller }) => {
      const [found] = await quarantinedRecord(parts.warehouse, { id })
      if (!found) throw new HttpError(404, 'no_such_record', 'no such record in quarantine')
      await recordLook(parts, signedIn(caller), { path: RECORD_PATH, filter: { id } }, 1)
      return { ...found, receivedAt: iso(found.receivedAt) }
    },
  })

const settlements = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/quarantine/settlements',
    summary: 'Who released or discarded how many records, why, and what became of them; newest first',
    need: 'administration',
    query: z.strictObject({ limit: limitParam(50, 200) }),
    answer: z.object({
      settlements: z.array(
        z.object({
          status: z.string(),
          by: z.string(),
          reason: z.string(),
          records: z.int(),
          stored: z.int(),
          duplicate: z.int(),
          superseded: z.int(),
          lastAt: isoInstant,
        }),
      ),
    }),
    handle: async ({ query: { limit } }) => ({
      settlements: (await quarantineSettlements(parts.warehouse, { limit })).map((s) => ({
        ...s,
        lastAt: iso(s.lastAt),
      })),
    }),
  })

const LIMIT = 10_000
const settleBody = z
  .strictObject({
    ids: z.array(z.string().max(80)).min(1).max(500).optional(),
    filter: bodyFilter.optional(),
    reason: z.string().min(1).max(500),
    limit: z.int().min(1).max(LIMIT).default(LIMIT),
  })
  .refine((b) => (b.ids === undefined) !== (b.filter === undefined), 'either ids or a filter')

const settle = (parts: RestParts, path: string, to: 'releasing' | 'discarded', summary: string): Route =>
  route({
    method: 'post',
    path,
    summary,
    need: 'administration',
    body: settleBody,
    answer: z.object({ records: z.int(), ids: z.array(z.string()).describe('the first 500 of them') }),
    handle: async (asked) => {
      // on record before it happens: what cannot be recorded is not done
      const { ids, filter: f = {}, reason, limit } = asked.body
      await onRecord(parts, asked, {
        action: `post ${path}`,
        filter: { reason, limit, ...(ids ? { ids: ids.join(' ') } : f) },
        rows: ids?.length ?? 0,
      })
      const by = asked.caller?.name ?? ''
      const settled = await settleQuarantine(
        parts.warehouse,
        paramsOf(f, ids),
        { status: to, by, reason, limit },
        parts.now(),
      )
      return { records: settled.length, ids: settled.slice(0, 500) }
    },
  })

export const quarantineRoutes = (parts: RestParts): Route[] => [
  list(parts),
  settlements(parts),
  record(parts),
  settle(
    parts,
    '/api/v1/quarantine/release',
    'releasing',
    'Release open records: checked again, and counted once by the writer within seconds; those still bad stay',
  ),
  settle(
    parts,
    '/api/v1/quarantine/discard',
    'discarded',
    'Give up open records for good; they stay on record as quarantined',
  ),
]
