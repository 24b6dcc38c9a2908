import { z } from 'zod'
import { query } from '../query.js'

/** Records in quarantine that nobody has settled. */
export const openQuarantine = query({
  name: 'open-quarantine',
  sql: `SELECT count() AS open FROM quarantine FINAL WHERE status = 'open'`,
  params: z.object({}),
  row: z.object({ open: z.int() }),
})
