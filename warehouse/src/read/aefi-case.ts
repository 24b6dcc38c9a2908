import { z } from 'zod'
import { query } from '../query.js'
import { inUnits, unitsParam } from './slice.js'

const at = z.int().describe('epoch milliseconds, UTC')
const aefiCase = z.object({
  key: z.string(),
  id: z.string(),
  unit: z.string(),
  facility: z.string(),
  product: z.string(),
  lot: z.string(),
  doseNo: z.int(),
  sex: z.string(),
  birthYear: z.int(),
  vaccinatedAt: at,
  onsetAt: at,
  notifiedAt: at,
  reactions: z.array(z.string()),
  seriousness: z.array(z.string()),
  severity: z.string(),
  outcome: z.string(),
  stage: z.string(),
})
export type AefiCase = z.infer<typeof aefiCase>

/**
 * Cases line by line, newest notification first, without the pseudonym of the person. A page starts below
 * (`beforeMs`, `beforeKey`). The caller's scope is `units`; whoever calls this must have audited the look.
 */
export const aefiCases = query({
  name: 'aefi-cases',
  sql: `SELECT key, id, unit, facility, product, lot, dose_no AS doseNo, sex, birth_year AS birthYear,
      toUnixTimestamp64Milli(vaccinated_at) AS vaccinatedAt, toUnixTimestamp64Milli(occurred_at) AS onsetAt,
      toUnixTimestamp64Milli(notified_at) AS notifiedAt, reactions, seriousness, severity, outcome, stage
    FROM aefi_ledger
    WHERE ${inUnits}
      AND (toUnixTimestamp64Milli(notified_at), key) < ({beforeMs:Int64}, {beforeKey:String})
    GROUP BY key, id, unit, facility, product, lot, dose_no, sex, birth_year, vaccinated_at, occurred_at, notified_at,
      reactions, seriousness, severity, outcome, stage
    HAVING sum(sign) > 0
    ORDER BY notifiedAt DESC, key DESC LIMIT {limit:UInt32}`,
  params: unitsParam.extend({
    beforeMs: z.int(),
    beforeKey: z.string().max(300),
    limit: z.int().min(1).max(500),
  }),
  row: aefiCase,
})
