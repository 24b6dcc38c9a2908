import { EVENT_TYPES, REJECTIONS } from '@mcc/contract'
import { quarantineLines, quarantineReasons, settleQuarantine } from '@mcc/warehouse'
import { z } from 'zod'
import { isoInstant, limitParam } from '../answers.js'
import { HttpError } from '../http-error.js'
import type { RestParts } from '../parts.js'
import { type Asked, type Route, route } from '../route.js'

const iso = (ms: number): string => new Date(ms).toISOString()
const instant = z.iso.datetime({ offset: true })
const filter = {
  code: z
    .string()
    .refine((c) => c in REJECTIONS, 'no such code')
    .optional(),
  source: z.string().max(64).optional(),
  type: z.enum([...EVENT_TYPES, '']).optional(),
  from: instant.optional().describe('received at or after'),
  to: instant.optional().describe('received before'),
}
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

const list = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/quarantine',
    summary: 'Records that could not be counted, with the reason, and how many of each; bodies are not shown',
    need: 'administration',
    query: z.strictObject({ ...filter, status: status.optional(), limit: limitParam(100, 500) }),
    answer: z.object({
      lines: z.array(
        z.object({
          id: z.string(),
          batch: z.string(),
          line: z.int(),
          source: z.string(),
          type: z.string(),
          path: z.string(),
          code: z.string(),
          message: z.string(),
          receivedAt: isoInstant,
          status: z.string(),
          by: z.string(),
          reason: z.string(),
          outcome: z.string(),
        }),
      ),
      reasons: z.array(z.object({ code: z.string(), status: z.string(), records: z.int() })),
    }),
    handle: async ({ query: { limit, status: s = '', ...f } }) => {
      const params = { ...paramsOf(f), status: s }
      const rows = await quarantineLines(parts.warehouse, { ...params, limit })
      const reasons = await quarantineReasons(parts.warehouse, params)
      return { lines: rows.map((r) => ({ ...r, receivedAt: iso(r.receivedAt) })), reasons }
    },
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

async function audit(
  parts: RestParts,
  asked: Asked<unknown, unknown, z.output<typeof settleBody>>,
  action: string,
): Promise<void> {
  const { caller, body } = asked
  try {
    await parts.audit.append({
      at: iso(parts.now()),
      who: caller?.name ?? '',
      role: caller?.role ?? '',
      scope: caller?.province ?? 'nation',
      action,
      filter: {
        reason: body.reason,
        limit: String(body.limit),
        ...(body.ids ? { ids: body.ids.join(' ') } : body.filter),
      },
      rows: body.ids?.length ?? 0,
      outcome: 'answered',
    })
  } catch (error) {
    throw Object.assign(new HttpError(503, 'audit_unavailable', 'it cannot be put on record', 5), {
      cause: error,
    })
  }
}

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
      await audit(parts, asked, `post ${path}`)
      const { ids, filter: f = {}, reason, limit } = asked.body
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
