import { z } from 'zod'
import { query } from '../query.js'

/** When each source was last heard, by the batch's clock and by real time (epoch ms), and what of it waits in quarantine. */
export const sourceActivity = query({
  name: 'source-activity',
  sql: `SELECT source, max(received) AS receivedAt, max(accepted) AS acceptedAt, toInt64(sum(held)) AS held
    FROM (
      SELECT source, toUnixTimestamp64Milli(max(received_at)) AS received, toUnixTimestamp64Milli(max(accepted_at)) AS accepted,
        0 AS held
      FROM receipt GROUP BY source
      UNION ALL
      SELECT source, 0, 0, count() FROM quarantine FINAL WHERE status = 'open' GROUP BY source
    )
    GROUP BY source ORDER BY source`,
  params: z.object({}),
  row: z.object({ source: z.string(), receivedAt: z.int(), acceptedAt: z.int(), held: z.int() }),
})
