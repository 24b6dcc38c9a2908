import { join } from 'node:path'
import { z } from 'zod'
import { auditPage } from '../../audit/audit-page.js'
import { auditRecord } from '../../audit/chain.js'
import { checkAudit } from '../../audit/check.js'
import type { Place } from '../../audit/lines.js'
import { day, isoInstant, limitParam } from '../answers.js'
import { LONG_READ_MS } from '../in-time.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

/** A place in the audit as an address says it: `2021-10:4711`. */
const placeParam = z
  .string()
  .regex(/^\d{4}-\d{2}:\d{1,15}$/)
  .transform((text): Place => {
    const [month, at] = text.split(':')
    return { file: `${month}.ndjson`, at: Number(at) }
  })
const shown = ({ file, at }: Place): string => `${file.split('.')[0]}:${at}`

const audit = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/audit',
    // the whole chain is read
    readMs: LONG_READ_MS,
    summary:
      'Who looked at lines of persons and who changed what, newest first; with the first page whether the chain is whole',
    need: 'administration',
    query: z.strictObject({
      who: z.string().max(80).optional(),
      action: z.string().max(200).optional(),
      from: day.optional(),
      to: day.optional(),
      before: placeParam.optional().describe('`next` of the page before; absent: the first page'),
      limit: limitParam(100, 2000),
    }),
    answer: z.object({
      at: isoInstant,
      records: z.array(auditRecord.omit({ prev: true, hash: true })),
      next: z.string().nullable(),
      whole: z
        .object({
          records: z.int(),
          broken: z
            .int()
            .nullable()
            .describe('place of the first record that was altered, removed or put in'),
          people: z.array(z.string()),
          actions: z.array(z.string()),
        })
        .optional()
        .describe('of all records, whatever is asked for; with the first page only'),
    }),
    handle: async ({ query: { limit, who, action, from, to, before } }) => {
      const directory = join(parts.data, 'audit')
      const { records, next } = await auditPage(directory, { who, action, from, to, before, limit })
      const check = before ? undefined : await checkAudit(directory)
      return {
        at: new Date(parts.now()).toISOString(),
        records: records.map(({ prev: _prev, hash: _hash, ...record }) => record),
        next: next ? shown(next) : null,
        ...(check && { whole: { ...check, broken: check.broken ?? null } }),
      }
    },
  })

export const auditRoutes = (parts: RestParts): Route[] => [audit(parts)]
