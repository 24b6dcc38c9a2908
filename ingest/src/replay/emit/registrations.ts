import { REGISTRATION_STAGES, type RegistrationEvent } from '@mcc/contract'
import { indexOf, isoAt } from '../calendar.js'
import { STREAMS, RUNG } from '../plan/slots.js'
import { PLAN_UNITS, POPULATIONS, UNITS_N } from '../plan/units.js'
import type { World } from '../world/world.js'
import { AT } from './clock.js'
import { SOURCE } from './dose.js'
import type { Timed } from './timed.js'

/** People could register from the opening of the portal on 10 July 2021; counts are renewed every four weeks. */
const OPENED = indexOf('2021-07-10')
const EVERY = 28
/** Shares of the 16 priority groups among those who register; an assumption of this exercise. */
const GROUPS = [
  0.01, 0.01, 0.01, 0.01, 0.002, 0.03, 0.03, 0.08, 0.1, 0.05, 0.04, 0.003, 0.14, 0.08, 0.315, 0.09,
]

/** People who have begun by the end of `day`, and some of those still waiting. */
function registered(world: World, day: number, unit: number): number {
  let begun = 0
  for (let s = 0; s < STREAMS.length; s++) begun += world.plan.ladder.climbed(day, unit, s, RUNG.first)
  const waiting = POPULATIONS[unit]! * world.scale * 0.8 - begun
  return Math.round(begun + Math.max(waiting, 0) * 0.35)
}

/** How many of the registered have reached each stage. */
const STAGE_SHARES = [1, 0.93, 0.85]

/** Registrations by province, priority group and stage: each count is one record whose revisions replace it. */
export function registrationsOn(world: World, day: number): Timed[] {
  if (day < OPENED || (day - OPENED) % EVERY !== 0) return []
  const rev = (day - OPENED) / EVERY + 1
  const at = isoAt(day, AT.sessions)
  const record = (unit: number, people: number, group: number, stage: number): RegistrationEvent => ({
    type: 'registration',
    op: 'upsert',
    source: SOURCE,
    id: `G.${PLAN_UNITS[unit]!}.${group + 1}.${REGISTRATION_STAGES[stage]!}`,
    rev,
    occurredAt: at,
    recordedAt: at,
    exercise: true,
    province: PLAN_UNITS[unit]! as RegistrationEvent['province'],
    priorityGroup: group + 1,
    stage: REGISTRATION_STAGES[stage]!,
    people: Math.round(people * GROUPS[group]! * STAGE_SHARES[stage]!),
  })
  return Array.from({ length: UNITS_N - 1 }, (_, unit) => {
    const people = registered(world, day, unit)
    return GROUPS.flatMap((_share, group) =>
      STAGE_SHARES.map((_s, stage) => record(unit, people, group, stage)),
    )
  })
    .flat()
    .map((event) => ({ second: AT.sessions, event }))
}
