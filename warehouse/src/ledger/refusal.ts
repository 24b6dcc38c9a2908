import { ClickHouseError } from '@clickhouse/client'
import type { Warehouse } from '../connect.js'
import type { Incoming } from './apply.js'
import { countGroup } from './count.js'

/** Errors that speak of the rows given: repeated, they say the same. All others are about the engine. */
const ABOUT_ROWS =
  /^(CANNOT_PARSE_\w+|CANNOT_CONVERT_TYPE|CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN|TYPE_MISMATCH|INCORRECT_DATA|VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE|ARGUMENT_OUT_OF_BOUND|DECIMAL_OVERFLOW|TOO_LARGE_(STRING|ARRAY)_SIZE|UNKNOWN_ELEMENT_OF_ENUM|VIOLATED_CONSTRAINT)$/

/** What the engine has against the rows of an insert; undefined when the error is not about them. */
export const refusalOf = (error: unknown): string | undefined =>
  error instanceof ClickHouseError && error.type !== undefined && ABOUT_ROWS.test(error.type)
    ? error.type
    : undefined

/**
 * Counts records, as such that may be there in part, and returns those that the engine does not take, with what it has
 * against each: halved until each of them stands alone, so that no other has to suffer for it. `failed` says that one is
 * known to be among them. Throws when the engine is away; then repeat it.
 */
export async function countApart(
  w: Warehouse,
  records: readonly Incoming[],
  failed: boolean,
): Promise<Map<Incoming, string>> {
  if (!failed || records.length === 1)
    try {
      await countGroup(w, records, true)
      return new Map()
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal === undefined) throw error
      if (records.length === 1) return new Map([[records[0]!, refusal]])
    }
  const half = records.length >> 1
  const first = await countApart(w, records.slice(0, half), false)
  return new Map([...first, ...(await countApart(w, records.slice(half), first.size === 0))])
}
