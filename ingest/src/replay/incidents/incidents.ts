import type { AnyEvent } from '@mcc/contract'
import { hotLot } from './hot-lot.js'
import { expiryExtension } from './expiry-extension.js'
import { kimViet } from './kim-viet.js'
import { quocOai } from './quoc-oai.js'
import { silentProvince } from './silent-province.js'
import type { Timed } from '../emit/timed.js'
import type { Site } from '../world/facilities.js'
import type { Group, World } from '../world/world.js'

/** Incidents that a replay can rehearse, by name. */
export const INCIDENTS = ['kim-viet', 'quoc-oai', 'hot-lot', 'silent-province', 'expiry-extension'] as const
export type IncidentName = (typeof INCIDENTS)[number]

/** The world before its incidents are known. */
export type Ground = Omit<World, 'happenings'>

/** What one incident changes; everything absent stays as it is. */
export interface Incident {
  /** Puts doses at another point. */
  siteOf?(group: Group, n: number): Site | undefined
  /** How many times the usual number of adverse events a lot has. */
  aefiFactor?(lot: string): number
  /** Events of its own on a day. */
  on?(world: World, day: number): Timed[]
  /** Days (indices) on which a unit sends nothing; all of it follows on the day after. */
  readonly silence?: Silence
}
export interface Silence {
  readonly unit: string
  readonly from: number
  readonly to: number
}

/** All chosen incidents as one. */
export interface Incidents {
  siteOf(group: Group, n: number): Site | undefined
  aefiFactor(lot: string): number
  on(world: World, day: number): Timed[]
  /** Whether an event is held back on a day because its unit is silent. */
  held(day: number, event: AnyEvent): boolean
  /** The silence that ended on the day before. */
  endedBefore(day: number): Silence | undefined
}

const MAKERS: Readonly<Record<IncidentName, (ground: Ground) => Incident>> = {
  'kim-viet': kimViet,
  'quoc-oai': quocOai,
  'hot-lot': hotLot,
  'silent-province': silentProvince,
  'expiry-extension': expiryExtension,
}
const HELD_TYPES: readonly string[] = ['dose', 'session', 'tally', 'aefi', 'request']

/** The unit that sends an event; a void names it in its record id (`D45.79.3.a`). */
function senderOf(event: AnyEvent): string | undefined {
  if (!HELD_TYPES.includes(event.type)) return undefined
  return 'province' in event ? event.province : event.id.split('.')[1]
}

/** Prepares the chosen incidents; lots may be renamed here, before any event is made. */
export function incidentsOf(ground: Ground, names: readonly IncidentName[]): Incidents {
  const chosen = INCIDENTS.filter((name) => names.includes(name)).map((name) => MAKERS[name](ground))
  const silences = chosen.flatMap((i) => (i.silence ? [i.silence] : []))
  return {
    siteOf: (group, n) => firstOf(chosen, (i) => i.siteOf?.(group, n)),
    aefiFactor: (lot) => chosen.reduce((factor, i) => factor * (i.aefiFactor?.(lot) ?? 1), 1),
    on: (world, day) => chosen.flatMap((i) => i.on?.(world, day) ?? []),
    held: (day, event) => silences.some((s) => day >= s.from && day <= s.to && senderOf(event) === s.unit),
    endedBefore: (day) => silences.find((s) => s.to + 1 === day),
  }
}

function firstOf<T, R>(items: readonly T[], of: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = of(item)
    if (found !== undefined) return found
  }
  return undefined
}
