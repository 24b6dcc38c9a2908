import type { DoseEvent } from '@mcc/contract'
import { DISTRICTS } from '@mcc/geo'
import { indexOf, isoAt, momentOf } from '../calendar.js'
import { type Case, type CaseStep, courseOf } from '../emit/cases.js'
import { AT } from '../emit/clock.js'
import { DoseMaker, SOURCE } from '../emit/dose.js'
import { facilityRecord } from '../emit/places.js'
import type { Timed } from '../emit/timed.js'
import { SLOTS, STREAMS } from '../plan/slots.js'
import { PLAN_UNITS } from '../plan/units.js'
import type { Site } from '../world/facilities.js'
import { groupOf, type World } from '../world/world.js'
import type { Ground, Incident } from './incidents.js'

const UNIT = PLAN_UNITS.indexOf('38')
const DAY = indexOf('2021-11-23')
const SLOT = SLOTS.findIndex((s) => STREAMS[s.stream] === 'vc' && s.doseNo === 2 && s.series === 'primary')
/** Workers vaccinated at the factory that day, at most; the scale leaves fewer. */
const WORKERS = 700
/** Hours after midnight of 23 November at which a severe case was notified; the first four died (press of November 2021). */
const NOTIFIED_HOURS = [24.75, 32.75, 39.5, 62, 17, 17.5, 18, 18.25, 19, 19.5, 20, 21]
const DEATHS = 4

function site(): Site {
  const district = DISTRICTS.find((d) => d.province === '38' && d.name.endsWith('Nông Cống'))!
  return {
    id: '38-KIM-VIET',
    name: 'Công ty giầy Kim Việt, Nông Cống',
    unit: UNIT,
    district: district.code,
    kind: 'mass-site',
    lat: district.lat,
    lon: district.lon,
    capacity: WORKERS,
    opensOn: DAY - 1,
    weight: 0,
  }
}

const QUARTER_HOUR = 900
const AFTERNOON = 16 * 3600

/** The revisions of the i-th severe case after a dose given at the factory. */
function stepsOf(dose: DoseEvent, i: number): CaseStep[] {
  const given = (Date.parse(dose.occurredAt) - momentOf(DAY, 0)) / 1000
  const onset = isoAt(DAY, Math.max(AFTERNOON + i * 60, given + QUARTER_HOUR))
  const [hour, more] = [Math.floor(NOTIFIED_HOURS[i]!), (NOTIFIED_HOURS[i]! % 1) * 3600]
  const day = DAY + Math.floor(hour / 24)
  const second = Math.max((hour % 24) * 3600 + more, day === DAY ? AT.evening + QUARTER_HOUR + i * 60 : 0)
  const fatal = i < DEATHS
  const base: Case = {
    type: 'aefi',
    op: 'upsert',
    source: SOURCE,
    id: `A-KIM-VIET-${i + 1}`,
    occurredAt: onset,
    exercise: true,
    person: dose.person,
    sex: dose.sex,
    birthYear: dose.birthYear,
    province: dose.province,
    facility: dose.facility,
    product: dose.product,
    lot: dose.lot,
    doseNo: dose.doseNo,
    vaccinatedAt: dose.occurredAt,
    notifiedAt: isoAt(day, second),
    reactions: ['Anaphylaxis'],
    seriousness: fatal ? ['death', 'hospitalisation'] : ['life-threatening', 'hospitalisation'],
    severity: 'severe',
    anaphylaxisGrades: [{ at: onset, grade: fatal ? 4 : 3 }],
  }
  return courseOf(base, { day, second }, fatal, 'B1')
}

/** Every revision of the cluster that is sent on `day`. */
function casesOn(world: World, day: number): Timed[] {
  if (day < DAY || world.from > DAY) return []
  const maker = new DoseMaker(world, groupOf(world, DAY, UNIT, SLOT))
  return NOTIFIED_HOURS.flatMap((_, i) =>
    i < maker.group.count ? stepsOf(maker.make(i, 1, ''), i).filter((step) => step.day === day) : [],
  )
}

/**
 * Nông Cống, Thanh Hóa, 23 November 2021: second doses of Vero Cell at the Kim Việt shoe factory, twelve severe cases, four
 * deaths. Doses of the plan are moved to the factory, so that no total changes.
 */
export function kimViet(ground: Ground): Incident {
  const factory = site()
  const usual = ground.plan.at(DAY, UNIT, SLOT)
  const workers = Math.min(Math.ceil(usual / 2), WORKERS)
  const opening = Math.max(DAY - 1, ground.from)
  return {
    siteOf: (group, n) =>
      group.day === DAY && group.unit === UNIT && group.slot === SLOT && n < workers ? factory : undefined,
    on: (world, day) => [
      ...(day === opening && opening <= DAY
        ? [{ second: AT.reference, event: facilityRecord(factory, isoAt(day, AT.reference)) }]
        : []),
      ...casesOn(world, day),
    ],
  }
}
