import type { Figure } from '../figure.js'
import type { ProductId } from '../reference/products.js'
import type { UnitCode } from '../reference/units.js'

/** One unit (province, ministries, not stated) in short, as maps, rankings and tables need it. */
export interface UnitSummary {
  doses: Figure
  today: Figure
  yesterday: Figure
  /** Persons with at least one dose: first primary doses. */
  atLeastOne: Figure
  /** Persons with the primary series completed ("đủ liều cơ bản"), by each product's schedule. */
  completed: Figure
  population: Figure
  population18: Figure
  /** Percent of the whole population; above 100 is shown, never clipped. */
  coverageOne: Figure
  coverageFull: Figure
  /** Doses allocated by decision, and doses that arrived. */
  allocated: Figure
  received: Figure
  /** Doses given / doses received × 100. */
  utilisation: Figure
  /** Mean doses a day over the last 7 complete days. */
  pace7: Figure
  /** Of a province that has fallen silent the last day that it sent anything of: its figures are old. Else null. */
  heardUntil: string | null
  aefi: Figure
  aefiSerious: Figure
  /** Cumulative doses in the newest bulletin (second ledger), and its day. */
  reported: Figure
  reportedDay: string | null
  /** Doses received as the unit reported them, and its doses / received × 100: both of the second ledger. */
  reportedReceived?: Figure
  reportedUtilisation?: Figure
}

/** What was given, came in and is left of one product. */
export interface ProductSummary {
  given: Figure
  received: Figure
  left: Figure
}

/** Topic `nation`. Days are calendar days in Asia/Ho_Chi_Minh; `today` is the day of the watermark. */
export interface NationState {
  today: string
  doses: Figure
  dosesToday: Figure
  dosesYesterday: Figure
  atLeastOne: Figure
  completed: Figure
  additional: Figure
  booster: Figure
  population: Figure
  population18: Figure
  coverageOne: Figure
  coverageFull: Figure
  pace7: Figure
  /** The plan: cumulative doses to reach by a day, and the pace that takes from now. */
  targetDoses: number
  targetDay: string
  requiredPace: Figure
  /** Day on which the target is reached at the present pace; null when it cannot be said or is behind us. */
  projectedDay: string | null
  targetReachedOn: string | null
  /** Doses by day of administration. */
  days: Record<string, number>
  units: Record<UnitCode, UnitSummary>
  products: Record<ProductId, ProductSummary>
  aefi: { cases: Figure; serious: Figure; deaths: Figure; today: Figure }
  /** Σ of the newest report of each unit that reported. */
  reported: { doses: Figure; day: string | null; received?: Figure; utilisation?: Figure }
}
