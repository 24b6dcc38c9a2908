import { z } from 'zod'
import { figureQuery } from '../known/figure-query.js'
import { inUnits, unitsParam } from './slice.js'

const movementCell = z.object({
  unit: z.string(),
  product: z.string(),
  kind: z.string(),
  fromLevel: z.string(),
  toLevel: z.string(),
  doses: z.int(),
})
export type MovementCell = z.infer<typeof movementCell>

/** Doses moved, of all time, by unit, product, kind and the levels moved between (national, abroad, unit, facility). */
export const movementCells = figureQuery({
  name: 'movement-cells',
  sql: (
    from,
  ) => `SELECT unit, product, kind, from_level AS fromLevel, to_level AS toLevel, sum(doses) AS doses FROM ${from.movements} AS cell
    WHERE ${inUnits} GROUP BY unit, product, kind, from_level, to_level
    HAVING sum(cell.movements) != 0`,
  params: unitsParam,
  row: movementCell,
})
