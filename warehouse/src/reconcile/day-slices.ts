import { z } from 'zod'
import type { Warehouse } from '../connect.js'

/** Rows of a ledger that one statement recounts: a second or two, however large the store is. A single day may have more. */
const ROWS_AT_ONCE = 5_000_000

/** Days that come after one another, in slices of at most `most` rows; a day that has more is a slice of its own. */
function sliced(days: readonly { day: string; rows: number }[], most: number): string[][] {
  const slices: string[][] = []
  let rows = Infinity
  for (const { day, rows: more } of days) {
    if (rows + more > most) {
      slices.push([])
      rows = 0
    }
    slices.at(-1)!.push(day)
    rows += more
  }
  return slices
}

/**
 * The days of a ledger, and of its roll-up if named (which may have days that the ledger has not), in slices to be
 * recounted one after another; with `days` only those of them.
 */
export async function daySlices(
  w: Warehouse,
  { ledger, target }: { ledger: string; target?: string },
  days?: readonly string[],
  most = ROWS_AT_ONCE,
): Promise<string[][]> {
  const where = days ? 'WHERE day IN {days:Array(Date)}' : ''
  const also = target === undefined ? '' : `UNION ALL SELECT DISTINCT day, 0 AS n FROM ${target} ${where}`
  const answer = await w.ch.query({
    query: `SELECT day, sum(n) AS rows FROM (SELECT day, count() AS n FROM ${ledger} ${where} GROUP BY day ${also})
      GROUP BY day ORDER BY day SETTINGS output_format_json_quote_64bit_integers=0`,
    query_params: days ? { days } : {},
    format: 'JSONEachRow',
  })
  return sliced(z.array(z.object({ day: z.string(), rows: z.int() })).parse(await answer.json()), most)
}
