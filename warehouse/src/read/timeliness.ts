import { z } from 'zod'
import { query } from '../query.js'

const AT = `fromUnixTimestamp64Milli({at:Int64}, 'UTC')`
const FROM = `fromUnixTimestamp64Milli({from:Int64}, 'UTC')`
const HOUR = `toStartOfHour(toDateTime(${AT}, 'UTC'))`
const lagTo = (known: string): string => `dateDiff('day', day, toDate(${known}, 'Asia/Ho_Chi_Minh')) AS lag`

/** Both are instants of knowing, epoch ms; `from` is the start of an hour, `at` must be settled. */
const span = z.object({ from: z.int(), at: z.int() })

const unitDelays = z.object({
  unit: z.string(),
  sameDay: z.int(),
  nextDay: z.int(),
  days2to3: z.int(),
  days4to7: z.int(),
  later: z.int(),
})

/**
 * Doses that became known after `from` and not after `at`, per unit, by the calendar days (Asia/Ho_Chi_Minh) between giving
 * and knowing. Corrections and voids are netted where they became known, so a class can fall below 0. Comes from the
 * roll-up by known hour, the unfinished hour from the ledger: the same answer for ever.
 */
export const unitTimeliness = query({
  name: 'unit-timeliness',
  sql: `SELECT unit, sumIf(n, lag <= 0) AS sameDay, sumIf(n, lag = 1) AS nextDay, sumIf(n, lag BETWEEN 2 AND 3) AS days2to3,
      sumIf(n, lag BETWEEN 4 AND 7) AS days4to7, sumIf(n, lag > 7) AS later
    FROM (
      SELECT unit, ${lagTo('known_hour')}, doses AS n FROM dose_known WHERE known_hour >= ${FROM} AND known_hour < ${HOUR}
      UNION ALL
      SELECT unit, ${lagTo('known_at')}, toInt64(sign) AS n FROM dose_ledger
      WHERE known_at >= greatest(${HOUR}, ${FROM}) AND known_at <= ${AT}
    )
    GROUP BY unit HAVING sameDay != 0 OR nextDay != 0 OR days2to3 != 0 OR days4to7 != 0 OR later != 0 ORDER BY unit`,
  params: span,
  row: unitDelays,
})

/** Per source: doses whose first revision became known in the span, and how long after they were given (median and 95 %, ms). */
export const sourceTimeliness = query({
  name: 'source-timeliness',
  sql: `SELECT splitByChar('|', key)[2] AS source, count() AS records,
      toInt64(quantile(0.5)(dateDiff('ms', occurred_at, known_at))) AS p50,
      toInt64(quantile(0.95)(dateDiff('ms', occurred_at, known_at))) AS p95
    FROM dose_ledger WHERE sign = 1 AND rev = 1 AND known_at > ${FROM} AND known_at <= ${AT} GROUP BY source ORDER BY source`,
  params: span,
  row: z.object({ source: z.string(), records: z.int(), p50: z.int(), p95: z.int() }),
})
