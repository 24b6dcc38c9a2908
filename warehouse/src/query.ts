import type { z } from 'zod'
import type { Warehouse } from './connect.js'

interface QueryDefinition<P extends z.ZodType, R extends z.ZodType> {
  /** Name in logs and errors. */
  name: string
  /** Values only as `{name:Type}` placeholders, never built into the text. */
  sql: string
  params: P
  row: R
}

export class QueryError extends Error {
  override name = 'QueryError'
  constructor(
    readonly query: string,
    override readonly cause: unknown,
  ) {
    super(`query ${query}: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

/**
 * Makes a typed query function: `(warehouse, params) => Promise<rows>`. 64-bit integers arrive as JSON numbers
 * (counts here stay far below 2^53). Throws `QueryError` when the engine refuses, is away, or a row has another shape.
 */
export function query<P extends z.ZodType, R extends z.ZodType>(q: QueryDefinition<P, R>) {
  const sql = `${q.sql.trim()}\nSETTINGS output_format_json_quote_64bit_integers=0, max_execution_time=20`
  return async (warehouse: Warehouse, params: z.input<P>): Promise<z.output<R>[]> => {
    try {
      const query_params = q.params.parse(params) as Record<string, unknown>
      const answer = await warehouse.ch.query({ query: sql, query_params, format: 'JSONEachRow' })
      const rows = await answer.json()
      return rows.map((r) => q.row.parse(r))
    } catch (cause) {
      throw new QueryError(q.name, cause)
    }
  }
}
