import { type Caller, UNIT_CODES } from '@mcc/contract'
import { aefiCases } from '@mcc/warehouse'
import { z } from 'zod'
import { isoInstant, limitParam, unitParam } from '../answers.js'
import { HttpError } from '../http-error.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

const CURSOR = /^(\d{1,15})~(.{1,300})$/
const cursor = z.string().regex(CURSOR).describe('`next` of the page before')
const query = z.strictObject({
  province: unitParam.optional().describe('absent: all that you may see'),
  limit: limitParam(50, 200),
  before: cursor.optional(),
})
const line = z.object({
  id: z.string(),
  unit: z.string(),
  facility: z.string(),
  product: z.string(),
  lot: z.string(),
  doseNo: z.int(),
  sex: z.string(),
  birthYear: z.int(),
  vaccinatedAt: isoInstant,
  onsetAt: isoInstant,
  notifiedAt: isoInstant,
  reactions: z.array(z.string()),
  seriousness: z.array(z.string()),
  severity: z.string(),
  outcome: z.string(),
  stage: z.string(),
})

/** Absent means the whole of the caller's own scope, so a director gets his province. */
const unitOf = (asked: { query: z.output<typeof query>; caller: Caller | undefined }): string | undefined =>
  asked.query.province ?? asked.caller?.province

function read(parts: RestParts, unit: string | undefined, asked: z.output<typeof query>) {
  const [, ms = String(Number.MAX_SAFE_INTEGER), key = ''] = CURSOR.exec(asked.before ?? '') ?? []
  return aefiCases(parts.warehouse, {
    units: unit === undefined ? [...UNIT_CODES] : [unit],
    beforeMs: Number(ms),
    beforeKey: key,
    limit: asked.limit,
  })
}

async function audit(
  parts: RestParts,
  caller: Caller,
  unit: string | undefined,
  rows: number,
): Promise<void> {
  try {
    await parts.audit.append({
      at: new Date(parts.now()).toISOString(),
      who: caller.name,
      role: caller.role,
      scope: caller.province ?? 'nation',
      action: 'get /api/v1/aefi/cases',
      filter: { unit: unit ?? 'nation' },
      rows,
      outcome: 'answered',
    })
  } catch (error) {
    throw Object.assign(
      new HttpError(503, 'audit_unavailable', 'the look cannot be put on record, so nothing is shown', 5),
      { cause: error },
    )
  }
}

export const caseRoutes = (parts: RestParts): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/aefi/cases',
    summary: 'AEFI cases line by line, newest notification first; each look is on record',
    need: 'aefi.lines',
    query,
    unit: unitOf,
    answer: z.object({ cases: z.array(line), next: z.string().nullable() }),
    handle: async (asked) => {
      if (!asked.caller) throw new HttpError(401, 'not_signed_in', 'sign in first')
      const unit = unitOf(asked)
      const rows = await read(parts, unit, asked.query)
      await audit(parts, asked.caller, unit, rows.length)
      const last = rows.at(-1)
      const iso = (ms: number): string => new Date(ms).toISOString()
      return {
        cases: rows.map((r) => ({
          ...r,
          vaccinatedAt: iso(r.vaccinatedAt),
          onsetAt: iso(r.onsetAt),
          notifiedAt: iso(r.notifiedAt),
        })),
        next: last && rows.length === asked.query.limit ? `${last.notifiedAt}~${last.key}` : null,
      }
    },
  }),
]
