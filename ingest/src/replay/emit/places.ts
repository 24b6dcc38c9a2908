import type { FacilityEvent, SessionEvent } from '@mcc/contract'
import { dayAt, isoAt } from '../calendar.js'
import { PLAN_UNITS, UNITS_N } from '../plan/units.js'
import { fraction, SALT } from '../random.js'
import type { Site } from '../world/facilities.js'
import type { World } from '../world/world.js'
import { AT } from './clock.js'
import { SOURCE } from './dose.js'
import type { Timed } from './timed.js'

export function facilityRecord(site: Site, recordedAt: string): FacilityEvent {
  return {
    type: 'facility',
    op: 'upsert',
    source: SOURCE,
    id: site.id,
    rev: 1,
    occurredAt: isoAt(site.opensOn, AT.reference),
    recordedAt,
    exercise: true,
    name: site.name,
    province: PLAN_UNITS[site.unit]!,
    ...(site.district === undefined ? {} : { district: site.district }),
    kind: site.kind,
    lat: site.lat,
    lon: site.lon,
    capacityPerDay: site.capacity,
    open: true,
  }
}

/** Points that open on a day; on the first day of the replay all that opened before. */
export function facilitiesOn(world: World, day: number): Timed[] {
  const opens = (s: Site) => (day === world.from ? s.opensOn <= day : s.opensOn === day)
  const recordedAt = isoAt(day, AT.reference)
  return world.sites
    .flat()
    .filter(opens)
    .map((site) => ({ second: AT.reference, event: facilityRecord(site, recordedAt) }))
}

function sessionsOfUnit(world: World, day: number, unit: number, evening: boolean): SessionEvent[] {
  const { sites, cumulative } = world.active.on(day, unit)
  const doses = world.plan.ofUnit(day, unit)
  if (doses === 0) return []
  const total = cumulative.at(-1)!
  const second = evening ? AT.evening : AT.sessions
  return sites.map((site, i) => {
    const slack = fraction(world.seed + SALT.session, day, unit, i + 5000)
    const planned = Math.max(1, Math.ceil(((doses * site.weight) / total) * (1.05 + 0.3 * slack)))
    return {
      type: 'session',
      op: 'upsert',
      source: SOURCE,
      id: `S${day}.${site.id}`,
      rev: evening ? 2 : 1,
      occurredAt: isoAt(day, AT.sessions),
      recordedAt: isoAt(day, second),
      exercise: true,
      facility: site.id,
      province: PLAN_UNITS[unit]!,
      day: dayAt(day),
      plannedDoses: planned,
      teams: Math.max(1, Math.ceil(planned / 100)),
      status: evening ? 'held' : 'planned',
    }
  })
}

/** Sessions planned in the morning, and held in the evening (revision 2). */
export function sessionsOn(world: World, day: number): Timed[] {
  return [false, true].flatMap((evening) =>
    Array.from({ length: UNITS_N }, (_, unit) => sessionsOfUnit(world, day, unit, evening))
      .flat()
      .map((event) => ({ second: evening ? AT.evening : AT.sessions, event })),
  )
}
