import { z } from 'zod'
import { query } from '../query.js'

/**
 * The newest `known_at` of any ledger (epoch milliseconds, UTC; 0 for an empty store): the watermark of a store whose
 * writer has not spoken yet.
 */
export const newestKnown = query({
  name: 'newest-known',
  sql: `SELECT max(known) AS knownAt FROM (
      ${['dose', 'movement', 'decision', 'lot', 'facility', 'tally', 'aefi']
        .map((t) => `SELECT toUnixTimestamp64Milli(max(known_at)) AS known FROM ${t}_ledger`)
        .join(' UNION ALL ')}
    )`,
  params: z.object({}),
  row: z.object({ knownAt: z.int() }),
})
