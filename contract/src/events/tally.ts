import { z } from 'zod'
import { unitCode } from '../reference/units.js'
import { count, day, envelope, upsert } from './common.js'

const figure = count.optional().describe('absent = unknown, never 0')

/**
 * What a province or ministry *reported* in a bulletin: the second ledger, reconciled with the doses entered.
 * All counts are cumulative to the end of `day`.
 */
export const tallyEvent = z.strictObject({
  type: z.literal('tally'),
  op: upsert,
  ...envelope,
  province: unitCode,
  day,
  dose1: figure,
  dose2: figure,
  dose3: figure,
  total: figure,
  allocatedPlanned: figure,
  allocatedReceived: figure,
  population: figure,
  population18: figure,
  points: figure,
})
export type TallyEvent = z.infer<typeof tallyEvent>
