import type { Figure } from '../figure.js'
import type { ProductId } from '../reference/products.js'
import type { ProvinceCode, UnitCode } from '../reference/units.js'
import type { PlaylistsState } from '../playlists/playlist.js'
import type { NationState, ProductSummary, UnitSummary } from './nation.js'

/** Topic `province:CODE`. */
export interface ProvinceState {
  today: string
  summary: UnitSummary
  days: Record<string, number>
  /** Doses by district of the facility; `ZZ` where the facility names none. */
  districts: Record<string, { doses: Figure; today: Figure; facilities: number }>
  products: Record<ProductId, ProductSummary>
}

export interface DecisionSummary {
  number: string
  round: number
  day: string
  doses: number
}

/** Topic `allocation`. Newest decisions first. */
export interface AllocationState {
  products: Record<ProductId, ProductSummary & { allocated: Figure }>
  units: Record<UnitCode, { allocated: Figure; received: Figure; given: Figure; utilisation: Figure }>
  decisions: DecisionSummary[]
}

/** Topic `aefi`: aggregates only, no persons. Rates are per 100,000 doses of that product. */
export interface AefiState {
  cases: Figure
  serious: Figure
  deaths: Figure
  today: Figure
  products: Record<
    ProductId,
    { cases: Figure; serious: Figure; doses: Figure; ratePer100k: Figure; seriousPer100k: Figure }
  >
  /** Cases by day on which the health system was notified. */
  days: Record<string, { cases: number; serious: number }>
  stages: Record<string, number>
}

export type Severity = 'critical' | 'high' | 'medium'
export type AlarmRule =
  | 'pipeline-stalled'
  | 'rollup-differs'
  | 'quarantine-growing'
  | 'accounting-unexplained'
  | 'manifest-differs'
  | 'aefi-death'
  | 'aefi-lot-cluster'
  | 'province-silent'
  | 'stock-negative'

/** An alarm asks for somebody's response; it names no person. */
export interface Alarm {
  id: string
  rule: AlarmRule
  severity: Severity
  unit: UnitCode | null
  /** Values that the sentence of the rule is filled with. */
  facts: Record<string, string | number>
  since: string
  active: boolean
  ackedBy: string | null
  ackedAt: string | null
}
/** Topic `alarms`, by alarm id: those active or not yet acknowledged. */
export interface AlarmsState {
  alarms: Record<string, Alarm>
}

export type Health = 'up' | 'down'
/** Topic `system`: is the machine itself well? */
export interface SystemState {
  engine: Health
  redis: Health
  writer: Health
  /** Does what was accepted wait, or what was counted go unread, while the data time stands? All parts may be up. */
  behind: boolean
  /** Records accepted and not yet counted. */
  inFlight: Figure
  /** Records received today (on an exercise by its clock): received = stored + duplicate + superseded + quarantined + in flight. */
  accounting: { received: number; stored: number; duplicate: number; superseded: number; quarantined: number }
  /** Stale while the store cannot be asked. */
  quarantineOpen: Figure
  /** Real time at which the last batch was worked off (UTC); null before the first. An exercise's own clock cannot tell it. */
  countedAt: string | null
}

/** The state of each topic. */
export interface TopicStates extends Record<`province:${ProvinceCode}`, ProvinceState> {
  nation: NationState
  allocation: AllocationState
  aefi: AefiState
  alarms: AlarmsState
  system: SystemState
  playlists: PlaylistsState
}
