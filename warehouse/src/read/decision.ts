import { z } from 'zod'
import { figureQuery } from '../known/figure-query.js'
import { dayColumn, inUnits, unitsParam } from './slice.js'

const allocationCell = z.object({ unit: z.string(), product: z.string(), doses: z.int() })
export type AllocationCell = z.infer<typeof allocationCell>

/** Doses allocated by decision, of all time, by recipient and product. */
export const allocationCells = figureQuery({
  name: 'allocation-cells',
  sql: (from) => `SELECT unit, product, sum(sign * line.doses) AS doses FROM ${from.decisions} AS line
    WHERE ${inUnits} GROUP BY unit, product HAVING sum(sign) > 0`,
  params: unitsParam,
  row: allocationCell,
})

const decisionRow = z.object({ number: z.string(), round: z.int(), day: dayColumn, doses: z.int() })
export type DecisionRow = z.infer<typeof decisionRow>

/** Decisions in force, newest first. */
export const newestDecisions = figureQuery({
  name: 'newest-decisions',
  sql: (from) => `SELECT number, round, day, sum(sign * line.doses) AS doses FROM ${from.decisions} AS line
    GROUP BY number, round, day HAVING sum(sign) > 0 ORDER BY day DESC, round DESC, number DESC LIMIT {limit:UInt32}`,
  params: z.object({ limit: z.int().min(1).max(1_000) }),
  row: decisionRow,
})
