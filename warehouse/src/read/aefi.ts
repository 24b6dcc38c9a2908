import { z } from 'zod'
import { figureQuery } from '../known/figure-query.js'
import { dayColumn, inSlice, inUnits, sliceParam, unitsParam } from './slice.js'

const flag = z.int().transform((n) => n === 1)

const aefiCell = z.object({
  unit: z.string(),
  product: z.string(),
  serious: flag,
  died: flag,
  stage: z.string(),
  cases: z.int(),
})
export type AefiCell = z.infer<typeof aefiCell>

/** Cases of all time by unit, product, seriousness, death and stage; duplicates and invalid cases are not counted. */
export const aefiCells = figureQuery({
  name: 'aefi-cells',
  sql: (from) => `SELECT unit, product, serious, died, stage, sum(cases) AS cases FROM ${from.aefi} AS cell
    WHERE ${inUnits} GROUP BY unit, product, serious, died, stage HAVING sum(cell.cases) != 0`,
  params: unitsParam,
  row: aefiCell,
})

const aefiDay = z.object({ unit: z.string(), day: dayColumn, serious: flag, cases: z.int() })
export type AefiDay = z.infer<typeof aefiDay>

/** Cases by unit and day of notification. */
export const aefiDays = figureQuery({
  name: 'aefi-days',
  sql: (from) => `SELECT unit, day, serious, sum(cases) AS cases FROM ${from.aefi} AS cell
    WHERE ${inSlice} GROUP BY unit, day, serious HAVING sum(cell.cases) != 0`,
  params: sliceParam,
  row: aefiDay,
})

const aefiRecent = z.object({
  unit: z.string(),
  product: z.string(),
  lot: z.string(),
  day: dayColumn,
  died: flag,
  cases: z.int(),
})
export type AefiRecent = z.infer<typeof aefiRecent>

/** Serious cases notified on `from` or later, by unit, product, lot, day and death. */
export const aefiRecentSerious = figureQuery({
  name: 'aefi-recent-serious',
  sql: (from) => `SELECT unit, product, lot, day, died, sum(cases) AS cases FROM ${from.aefi} AS cell
    WHERE ${inUnits} AND day >= {from:Date} AND (serious = 1 OR died = 1)
    GROUP BY unit, product, lot, day, died HAVING sum(cell.cases) > 0`,
  params: unitsParam.extend({ from: z.iso.date() }),
  row: aefiRecent,
})
