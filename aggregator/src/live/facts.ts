import type { UnitCode } from '@mcc/contract'
import type {
  AefiCell,
  AefiRecent,
  AllocationCell,
  DecisionRow,
  DistrictDoses,
  DoseCell,
  MovementCell,
  TallyRow,
} from '@mcc/warehouse'

type PerUnit<T> = Map<UnitCode, T>

/** What the roll-ups say, kept by unit so that a touched unit is replaced whole. Nothing here is computed. */
export interface Facts {
  doses: PerUnit<DoseCell[]>
  /** Doses by day of administration. */
  days: PerUnit<Map<string, number>>
  districts: PerUnit<DistrictDoses[]>
  movements: PerUnit<MovementCell[]>
  allocated: PerUnit<AllocationCell[]>
  decisions: DecisionRow[]
  tallies: PerUnit<TallyRow>
  aefi: PerUnit<AefiCell[]>
  /** By day of notification. */
  aefiDays: PerUnit<Map<string, { cases: number; serious: number }>>
  /** Serious cases and deaths of the last weeks, by lot. */
  aefiRecent: PerUnit<AefiRecent[]>
}

export const emptyFacts = (): Facts => ({
  doses: new Map(),
  days: new Map(),
  districts: new Map(),
  movements: new Map(),
  allocated: new Map(),
  decisions: [],
  tallies: new Map(),
  aefi: new Map(),
  aefiDays: new Map(),
  aefiRecent: new Map(),
})

/** The moment that figures are of: everything known up to `watermark` (epoch ms); `today` is its day in Viet Nam. */
export interface Moment {
  watermark: number
  today: string
}
