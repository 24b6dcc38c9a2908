import { z } from 'zod'
import { query } from '../query.js'

/** Records in quarantine that nobody has settled. */
export const openQuarantine = query({
  name: 'open-quarantine',
  sql: `SELECT count() AS open FROM quarantine FINAL WHERE status = 'open'`,
  params: z.object({}),
  row: z.object({ open: z.int() }),
})

const quarantined = z.object({
  id: z.string(),
  batch: z.string(),
  line: z.int(),
  source: z.string(),
  type: z.string(),
  path: z.string(),
  code: z.string(),
  message: z.string(),
  receivedAt: z.int().describe('epoch milliseconds, UTC'),
  status: z.string(),
})
export type Quarantined = z.infer<typeof quarantined>

/** Quarantined records with their reasons and without their bodies, newest first; an empty filter is all. */
export const quarantineLines = query({
  name: 'quarantine-lines',
  sql: `SELECT id, batch, line, source, type, path, code, message,
      toUnixTimestamp64Milli(received_at) AS receivedAt, status
    FROM quarantine FINAL
    WHERE ({code:String} = '' OR code = {code:String}) AND ({source:String} = '' OR source = {source:String})
    ORDER BY receivedAt DESC, id LIMIT {limit:UInt32}`,
  params: z.object({
    code: z.string().max(64),
    source: z.string().max(64),
    limit: z.int().min(1).max(500),
  }),
  row: quarantined,
})
