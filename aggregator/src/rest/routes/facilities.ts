import { FACILITY_KINDS, type NationState } from '@mcc/contract'
import { facilities } from '@mcc/warehouse'
import { z } from 'zod'
import { day, onRecordAs, purposeParam, unitParam } from '../answers.js'
import { HttpError } from '../http-error.js'
import { recordLook, signedIn } from '../look.js'
import { iso } from '../moment.js'
import type { RestParts } from '../parts.js'
import { type Route, route } from '../route.js'

const PATH = '/api/v1/facilities'
const line = z.object({
  id: z.string(),
  name: z.string(),
  district: z.string().nullable().describe('GSO code; null when the register names none'),
  kind: z.enum(FACILITY_KINDS),
  lat: z.number().describe('WGS 84 degrees'),
  lon: z.number(),
  open: z.boolean(),
  capacity: z.int().describe('doses a day'),
  doses: z.int().describe('given there in all'),
  today: z.int().describe('given there on `today`'),
})

/** The day that live figures are of. @throws HttpError 503 before they have been read */
function todayOf({ board, now }: RestParts): string {
  const nation = board.snapshot('nation', iso(now()))
  if (!nation) throw new HttpError(503, 'not_yet', 'the figures are still being read', 2)
  return (nation.state as unknown as NationState).today
}

export const facilityRoutes = (parts: RestParts): Route[] => [
  route({
    method: 'get',
    path: PATH,
    summary: 'Facilities of a province as registered now, with doses; each look is on record',
    need: 'facility.lines',
    query: z.strictObject({ province: unitParam, purpose: purposeParam }),
    unit: ({ query }) => query.province,
    answer: z.object({ today: day, facilities: z.array(line) }),
    handle: async ({ caller, query: { province, purpose } }) => {
      const who = signedIn(caller)
      const today = todayOf(parts)
      const rows = await facilities(parts.warehouse, { units: [province], today })
      const look = { path: PATH, filter: { unit: province, ...onRecordAs(purpose) } }
      await recordLook(parts, who, look, rows.length)
      const shown = rows.map((r) => ({
        ...r,
        kind: line.shape.kind.parse(r.kind),
        district: r.district === '' ? null : r.district,
        open: r.open === 1,
      }))
      return { today, facilities: shown }
    },
  }),
]
