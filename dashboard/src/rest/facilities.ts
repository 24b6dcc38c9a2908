import { FACILITY_KINDS, type ProvinceCode } from '@mcc/contract'
import { z } from 'zod'
import { request, type Answer } from './request.js'

const facility = z.object({
  id: z.string(),
  name: z.string(),
  district: z.string().nullable(),
  kind: z.enum(FACILITY_KINDS),
  lat: z.number(),
  lon: z.number(),
  open: z.boolean(),
  capacity: z.number(),
  doses: z.number(),
  today: z.number(),
})
export type Facility = z.infer<typeof facility>
const answer = z.object({ today: z.string(), facilities: z.array(facility) })

/** Facilities of a province as registered now, with doses in all and today (Asia/Ho_Chi_Minh); each look is on record. */
export const facilitiesOf = (
  province: ProvinceCode,
  purpose: 'look' | 'export' = 'look',
): Promise<Answer<z.infer<typeof answer>>> =>
  request(answer, `/api/v1/facilities?${new URLSearchParams({ province, purpose })}`)
