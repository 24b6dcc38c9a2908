import { z } from 'zod'
import { query } from '../query.js'

/** Real time within which receipt and account of a batch may miss each other: they come by different ways. */
export const SETTLED_MS = 60_000

const accountedHour = z.object({
  source: z.string(),
  /** Hour of receiving (UTC), epoch ms; on an exercise its clock. */
  hour: z.int(),
  received: z.int(),
  stored: z.int(),
  duplicate: z.int(),
  superseded: z.int(),
  quarantined: z.int(),
  inFlight: z.int(),
  unexplained: z.int(),
})
/** received = stored + duplicate + superseded + quarantined + inFlight + unexplained; the last should be 0. */
export type AccountedHour = z.infer<typeof accountedHour>

const hour = 'toStartOfHour(received_at)'
const zeros = '0 AS st, 0 AS du, 0 AS su, 0 AS qu'
const never = `toDateTime64(0, 3, 'UTC')`
const inWindow = `received_at >= fromUnixTimestamp64Milli({fromMs:Int64}) AND received_at < fromUnixTimestamp64Milli({toMs:Int64})
  AND ({source:String} = '' OR source = {source:String})
  AND ({sinceMs:Int64} = 0 OR (source, ${hour}) IN (
    SELECT source, ${hour} FROM receipt WHERE accepted_at >= fromUnixTimestamp64Milli({sinceMs:Int64})
    UNION DISTINCT
    SELECT source, ${hour} FROM accounting WHERE version >= fromUnixTimestamp64Milli({sinceMs:Int64})))`

/**
 * The books per source and hour of receiving. What the gateway received comes from its receipts, what became of it from
 * the writer's accounts; a record released from quarantine moves from `quarantined` to what it became. A batch with a
 * receipt and no account is in flight while it is in the queue (`queued`: ids of its jobs) or younger than a minute; after
 * that it is unexplained, as is an account without a receipt and any difference between the two.
 * `fromMs`/`toMs` bound the time of receiving; `sinceMs` (real time, 0 = all) keeps only hours touched since.
 */
export const accountingHours = query({
  name: 'accounting-hours',
  sql: `SELECT h.source AS source, toUnixTimestamp(h.hour) * 1000 AS hour, sum(h.here) AS received, sum(h.stored_) AS stored,
      sum(h.duplicate_) AS duplicate, sum(h.superseded_) AS superseded, sum(h.quarantined_) AS quarantined,
      sum(h.flying) AS inFlight, received - stored - duplicate - superseded - quarantined - inFlight AS unexplained
    FROM (
      SELECT source, hour, sum(b.st) AS stored_, sum(b.du) AS duplicate_, sum(b.su) AS superseded_, sum(b.qu) AS quarantined_,
        sum(b.r) AS receipts, max(b.at) >= fromUnixTimestamp64Milli({nowMs:Int64} - ${SETTLED_MS}) AS young,
        if(receipts = 0 AND young, stored_ + duplicate_ + superseded_ + quarantined_, receipts) AS here,
        if(max(b.known) = 0 AND (young OR batch IN {queued:Array(String)}), receipts, 0) AS flying
      FROM (
        SELECT source, batch, ${hour} AS hour, toInt64(records) AS r, ${zeros}, accepted_at AS at, 0 AS known
        FROM receipt FINAL WHERE ${inWindow}
        UNION ALL
        SELECT source, batch, ${hour}, 0, toInt64(stored), toInt64(duplicate), toInt64(superseded), toInt64(quarantined), version, 1
        FROM accounting FINAL WHERE ${inWindow}
        UNION ALL
        SELECT source, batch, ${hour}, 0, toInt64(outcome = 'stored'), toInt64(outcome = 'duplicate'),
          toInt64(outcome = 'superseded'), -1, ${never}, 0
        FROM quarantine FINAL WHERE status = 'released' AND ${inWindow}
      ) AS b
      GROUP BY source, batch, hour
    ) AS h
    GROUP BY h.source, h.hour
    ORDER BY source, hour`,
  params: z.object({
    source: z.string(),
    fromMs: z.int(),
    toMs: z.int(),
    sinceMs: z.int(),
    nowMs: z.int(),
    queued: z.array(z.string()),
  }),
  row: accountedHour,
})
