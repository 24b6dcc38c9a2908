import { z } from 'zod'
import { query } from '../query.js'
import { inUnits, unitsParam } from './slice.js'

const at = z.int().describe('epoch milliseconds, UTC')
const json = z.string().transform((text): unknown => JSON.parse(text))
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
  /** JSON as the event carried them: `{ at, grade }[]` and `{ reaction, product, class }[]`. */
  grades: json,
  causality: json,
})
export type AefiCase = z.infer<typeof aefiCase>

const COLUMNS = `key, id, unit, facility, product, lot, dose_no AS doseNo, sex, birth_year AS birthYear,
      toUnixTimestamp64Milli(vaccinated_at) AS vaccinatedAt, toUnixTimestamp64Milli(occurred_at) AS onsetAt,
      toUnixTimestamp64Milli(notified_at) AS notifiedAt, reactions, seriousness, severity, outcome, stage, grades, causality`
const VALID = `GROUP BY key, id, unit, facility, product, lot, dose_no, sex, birth_year, vaccinated_at, occurred_at, notified_at,
      reactions, seriousness, severity, outcome, stage, grades, causality
    HAVING sum(sign) > 0`

/** The place of a case in `order`, the values of the column `by` from the last to the first; all the same without one. */
const RANK = `toInt64(indexOf({order:Array(String)}, multiIf({by:String} = 'unit', toString(unit),
      {by:String} = 'product', toString(product), {by:String} = 'stage', toString(stage),
      {by:String} = 'outcome', toString(outcome), {by:String} = 'serious', if(notEmpty(seriousness), 'yes', 'no'), '')))`
const TIME = `{timeSign:Int8} * toUnixTimestamp64Milli(notified_at)`

/**
 * Cases line by line, without the pseudonym of the person: those last in `order` first, among equals the newest
 * notification first (`timeSign` 1) or the oldest (-1). A page starts below (`beforeRank`, `beforeTime`, `beforeKey`).
 * An empty filter lets all through; `typed` is part of a case's id or of a lot; `fromDay` and `toDay` are days of
 * notification in Asia/Ho_Chi_Minh, both included. The caller's scope is `units`; whoever calls this must have audited
 * the look.
 */
export const aefiCases = query({
  name: 'aefi-cases',
  sql: `SELECT ${COLUMNS}, ${RANK} AS rank, ${TIME} AS time
    FROM aefi_ledger
    WHERE ${inUnits}
      AND (${RANK}, ${TIME}, key) < ({beforeRank:Int64}, {beforeTime:Int64}, {beforeKey:String})
      AND ({product:String} = '' OR product = {product:String})
      AND ({stage:String} = '' OR stage = {stage:String})
      AND ({serious:String} = '' OR notEmpty(seriousness) = ({serious:String} = 'yes'))
      AND toDate(notified_at, 'Asia/Ho_Chi_Minh') BETWEEN {fromDay:Date} AND {toDay:Date}
      AND ({typed:String} = '' OR positionCaseInsensitiveUTF8(id, {typed:String}) > 0
        OR positionCaseInsensitiveUTF8(lot, {typed:String}) > 0)
    ${VALID}
    ORDER BY rank DESC, time DESC, key DESC LIMIT {limit:UInt32}`,
  params: unitsParam.extend({
    by: z.enum(['', 'unit', 'product', 'stage', 'outcome', 'serious']),
    order: z.array(z.string()),
    timeSign: z.union([z.literal(1), z.literal(-1)]),
    beforeRank: z.int(),
    beforeTime: z.int(),
    beforeKey: z.string().max(300),
    product: z.string().max(40).default(''),
    stage: z.string().max(40).default(''),
    serious: z.enum(['', 'yes', 'no']).default(''),
    fromDay: z.iso.date().default('1970-01-01'),
    toDay: z.iso.date().default('2149-06-06'),
    typed: z.string().max(60).default(''),
    limit: z.int().min(1).max(500),
  }),
  row: aefiCase.extend({ rank: z.int(), time: z.int() }),
})

/** One case of the given units by its key, or none. Whoever calls this must have audited the look. */
export const aefiCaseByKey = query({
  name: 'aefi-case-by-key',
  sql: `SELECT ${COLUMNS}
    FROM aefi_ledger
    WHERE ${inUnits} AND key = {key:String}
    ${VALID}
    LIMIT 1`,
  params: unitsParam.extend({ key: z.string().max(300) }),
  row: aefiCase,
})
