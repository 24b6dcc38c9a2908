import { Plan } from '../plan/plan.js'
import { fraction, SALT } from '../random.js'
import { type Incidents, incidentsOf, type IncidentName } from '../incidents/incidents.js'
import { ActiveSiteBook } from './active-sites.js'
import { buildSites, type Site } from './facilities.js'
import { Supply } from './supply.js'

/** What identifies a replay: the same settings give byte-identical events. Days are indices, both inclusive. */
export interface ReplaySettings {
  readonly seed: number
  readonly scale: number
  readonly from: number
  readonly to: number
  readonly incidents: readonly IncidentName[]
}

/** Everything that is fixed before the first event is made. */
export interface World extends ReplaySettings {
  readonly plan: Plan
  readonly supply: Supply
  readonly sites: readonly (readonly Site[])[]
  readonly active: ActiveSiteBook
  readonly happenings: Incidents
}

/** Builds the plan, the vaccination points and the supply of a replay (about 1.5 s). */
export function buildWorld(settings: ReplaySettings): World {
  const plan = new Plan(settings.scale)
  const sites = buildSites(settings.seed, settings.scale)
  const supply = new Supply(plan)
  const active = new ActiveSiteBook(settings.seed, plan, sites)
  const base = { ...settings, plan, sites, supply, active }
  return { ...base, happenings: incidentsOf(base, settings.incidents) }
}

/** The doses of one day, unit and slot. `dither` in [0, 1) is their own constant of rounding. */
export interface Group {
  readonly day: number
  readonly unit: number
  readonly slot: number
  readonly count: number
  readonly dither: number
}

export function groupOf(world: World, day: number, unit: number, slot: number): Group {
  const count = world.plan.at(day, unit, slot)
  return { day, unit, slot, count, dither: fraction(world.seed + SALT.late, day, unit, slot) }
}
