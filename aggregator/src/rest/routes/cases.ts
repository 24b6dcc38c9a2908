import { AEFI_STAGES, type Caller, CASE_SORTS, CAUSALITY, productId, UNIT_CODES } from '@mcc/contract'
import { type AefiCase, aefiCaseByKey, aefiCases } from '@mcc/warehouse'
import { z } from 'zod'
import { day, isoInstant, limitParam, onRecordAs, purposeParam, unitParam } from '../answers.js'
import { caseOrder } from '../case-order.js'
import { HttpError } from '../http-error.js'
import { recordLook, signedIn } from '../look.js'
import { iso } from '../moment.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

const CURSOR = /^(\d{1,3})~(-?\d{1,15})~(.{1,300})$/
const cursor = z.string().regex(CURSOR).describe('`next` of the page before, asked for in the same order')
const query = z.strictObject({
  province: unitParam.optional().describe('absent: all that you may see'),
  limit: limitParam(50, 500),
  sort: z.enum(CASE_SORTS).default('notified').describe('among equals the newest notification first'),
  dir: z.enum(['asc', 'desc']).optional().describe('absent: the newest and gravest first, names from A'),
  purpose: purposeParam,
  before: cursor.optional(),
  product: productId.optional(),
  serious: z.enum(['yes', 'no']).optional().describe('does at least one criterion of seriousness hold?'),
  stage: z.enum(AEFI_STAGES).optional(),
  from: day.optional().describe('notified on this day or later, Asia/Ho_Chi_Minh'),
  to: day.optional().describe('notified on this day or earlier'),
  q: z.string().trim().max(60).optional().describe('part of the id of a case or of a lot'),
})
const line = z.object({
  key: z.string().describe('names the case over all sources'),
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
  grades: z.array(z.object({ at: isoInstant, grade: z.int() })).describe('anaphylaxis, as it was graded'),
  causality: z
    .array(z.object({ reaction: z.string(), product: z.string(), class: z.enum(CAUSALITY) }))
    .describe('empty until causality was assessed'),
})

/** Absent means the whole of the caller's own scope, so a director gets his province. */
const unitOf = (asked: {
  query: { province?: string | undefined }
  caller: Caller | undefined
}): string | undefined => asked.query.province ?? asked.caller?.province
const unitsOf = (unit: string | undefined): string[] => (unit === undefined ? [...UNIT_CODES] : [unit])

function read(parts: RestParts, unit: string | undefined, asked: z.output<typeof query>) {
  const first = String(Number.MAX_SAFE_INTEGER)
  const [, rank = first, time = first, key = ''] = CURSOR.exec(asked.before ?? '') ?? []
  return aefiCases(parts.warehouse, {
    units: unitsOf(unit),
    ...caseOrder(asked.sort, asked.dir),
    beforeRank: Number(rank),
    beforeTime: Number(time),
    beforeKey: key,
    limit: asked.limit,
    product: asked.product,
    serious: asked.serious,
    stage: asked.stage,
    fromDay: asked.from,
    toDay: asked.to,
    typed: asked.q,
  })
}

const shown = (r: AefiCase): z.input<typeof line> => ({
  ...r,
  vaccinatedAt: iso(r.vaccinatedAt),
  onsetAt: iso(r.onsetAt),
  notifiedAt: iso(r.notifiedAt),
  grades: line.shape.grades.parse(r.grades),
  causality: line.shape.causality.parse(r.causality),
})

/** What was asked for, as it goes on record; the cursor says nothing about whose lines were seen. */
function filterOf(unit: string | undefined, asked: z.output<typeof query>): Record<string, string> {
  const { product, serious, stage, from, to, q, purpose } = asked
  const narrowed = Object.entries({ product, serious, stage, from, to, q, ...onRecordAs(purpose) })
  return Object.fromEntries([
    ['unit', unit ?? 'nation'],
    ...narrowed.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ])
}

const list = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/aefi/cases',
    summary: 'AEFI cases line by line; each look and each file saved is on record',
    need: 'aefi.lines',
    query,
    unit: unitOf,
    answer: z.object({ cases: z.array(line), next: z.string().nullable() }),
    handle: async (asked) => {
      const caller = signedIn(asked.caller)
      const unit = unitOf(asked)
      const rows = await read(parts, unit, asked.query)
      const look = { path: '/api/v1/aefi/cases', filter: filterOf(unit, asked.query) }
      await recordLook(parts, caller, look, rows.length)
      const last = rows.at(-1)
      return {
        cases: rows.map(shown),
        next: last && rows.length === asked.query.limit ? `${last.rank}~${last.time}~${last.key}` : null,
      }
    },
  })

const one = (parts: RestParts): Route =>
  route({
    method: 'get',
    path: '/api/v1/aefi/case',
    summary: 'One AEFI case of your scope; each look is on record',
    need: 'aefi.lines',
    query: z.strictObject({
      key: z.string().min(1).max(300).describe('`key` of a line of the list'),
      province: unitParam.optional().describe('absent: all that you may see'),
      purpose: purposeParam,
    }),
    unit: unitOf,
    answer: line,
    handle: async (asked) => {
      const caller = signedIn(asked.caller)
      const unit = unitOf(asked)
      const { key, purpose } = asked.query
      const [found] = await aefiCaseByKey(parts.warehouse, { units: unitsOf(unit), key })
      const look = {
        path: '/api/v1/aefi/case',
        filter: { unit: unit ?? 'nation', key, ...onRecordAs(purpose) },
      }
      await recordLook(parts, caller, look, found ? 1 : 0)
      if (!found) throw new HttpError(404, 'no_such_case', 'no case of that key in what you may see')
      return shown(found)
    },
  })

export const caseRoutes = (parts: RestParts): Route[] => [list(parts), one(parts)]
