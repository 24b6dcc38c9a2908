import { completesPrimary, isProductId } from '@mcc/contract'
import type { DoseCell } from '@mcc/warehouse'

/** Doses in the ways they are counted. */
export interface DoseCounts {
  doses: number
  /** First doses of the primary series = persons with at least one dose. */
  atLeastOne: number
  /** Last primary doses by each product's schedule = persons completed. */
  completed: number
  additional: number
  booster: number
}

/** Counts cells of any number of units and products. */
export function countDoses(cells: Iterable<DoseCell>): DoseCounts {
  const n: DoseCounts = { doses: 0, atLeastOne: 0, completed: 0, additional: 0, booster: 0 }
  for (const c of cells) {
    n.doses += c.doses
    if (c.series === 'additional') n.additional += c.doses
    else if (c.series === 'booster') n.booster += c.doses
    else {
      if (c.doseNo === 1) n.atLeastOne += c.doses
      if (isProductId(c.product) && completesPrimary(c.product, c.doseNo)) n.completed += c.doses
    }
  }
  return n
}

/** Adds the days of several units; days whose sum is 0 stay away, as absent days are 0. */
export function sumDays(perUnit: Iterable<ReadonlyMap<string, number>>): Map<string, number> {
  const sum = new Map<string, number>()
  for (const days of perUnit) for (const [day, n] of days) sum.set(day, (sum.get(day) ?? 0) + n)
  return new Map([...sum].filter(([, n]) => n !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
