import { z } from 'zod'
import type { Warehouse } from '../connect.js'
import { query } from '../query.js'
import { KNOWN, LIVE, type Sources } from './sources.js'

interface FigureDefinition<P extends z.ZodType<object>, R extends z.ZodType> {
  name: string
  /** The one definition of the figure, over what is known now and over what was known at a moment. */
  sql: (from: Sources) => string
  params: P
  row: R
}

/**
 * Makes a typed query of a figure: `(warehouse, params, at?) => Promise<rows>`. With `at` (epoch ms) the rows are as they
 * were known then, now and for ever the same, provided `at` is settled. Throws `QueryError` as `query` does.
 */
export function figureQuery<P extends z.ZodType<object>, R extends z.ZodType>(q: FigureDefinition<P, R>) {
  const { params, row } = q
  const live = query({ name: q.name, sql: q.sql(LIVE), params, row })
  const known = query({
    name: `${q.name}-known`,
    sql: q.sql(KNOWN),
    params: z.intersection(params, z.object({ at: z.int() })),
    row,
  })
  return (w: Warehouse, p: z.input<P>, at?: number): Promise<z.output<R>[]> =>
    at === undefined ? live(w, p) : known(w, { ...(p as object), at } as z.input<P> & { at: number })
}
