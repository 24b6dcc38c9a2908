import type { Warehouse } from '@mcc/warehouse'
import { z } from 'zod'

/** The one number that a statement selects as `n`. */
export async function numberOf(w: Warehouse, select: string): Promise<number> {
  const answer = await w.ch.query({
    query: `${select} SETTINGS output_format_json_quote_64bit_integers=0`,
    format: 'JSONEachRow',
  })
  return z.array(z.object({ n: z.number() })).parse(await answer.json())[0]?.n ?? 0
}
