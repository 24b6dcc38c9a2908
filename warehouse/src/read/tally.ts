import { z } from 'zod'
import { figureQuery } from '../known/figure-query.js'
import { dayColumn, inUnits, unitsParam } from './slice.js'

const figure = z.int().nullable()
const tallyRow = z.object({
  unit: z.string(),
  day: dayColumn,
  dose1: figure,
  dose2: figure,
  dose3: figure,
  total: figure,
  allocatedPlanned: figure,
  allocatedReceived: figure,
})
export type TallyRow = z.infer<typeof tallyRow>

/** The newest report of each unit (newest day, then last known here); null is unknown. */
export const newestTallies = figureQuery({
  name: 'newest-tallies',
  sql: (from) => `SELECT unit, day, dose1, dose2, dose3, total, allocated_planned AS allocatedPlanned,
      allocated_received AS allocatedReceived
    FROM ${from.tallies} AS report WHERE ${inUnits}
    GROUP BY key, unit, day, dose1, dose2, dose3, total, allocated_planned, allocated_received
    HAVING sum(sign) > 0 ORDER BY unit, day DESC, max(known_at) DESC, key LIMIT 1 BY unit`,
  params: unitsParam,
  row: tallyRow,
})
