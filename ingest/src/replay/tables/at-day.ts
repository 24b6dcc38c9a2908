import { indexOf } from '../calendar.js'

/** The row of a table of `[from day, …figures]` that holds on a day index; the figures only. */
export function atDay(
  table: readonly (readonly [day: string, ...figures: number[]])[],
  day: number,
): number[] {
  let found: readonly [day: string, ...figures: number[]] = table[0]!
  for (const row of table) if (indexOf(row[0]) <= day) found = row
  return found.slice(1) as number[]
}
