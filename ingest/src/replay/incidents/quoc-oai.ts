import { DISTRICTS } from '@mcc/geo'
import type { DoseEvent } from '@mcc/contract'
import { indexOf, isoAt } from '../calendar.js'
import { type Case, courseOf } from '../emit/cases.js'
import { AT } from '../emit/clock.js'
import { SOURCE } from '../emit/dose.js'
import type { Timed } from '../emit/timed.js'
import { PRODUCT_ORDER } from '../plan/slots.js'
import { PLAN_UNITS } from '../plan/units.js'
import type { World } from '../world/world.js'
import type { Ground, Incident } from './incidents.js'

const HANOI = PLAN_UNITS.indexOf('01')
const PFIZER = PRODUCT_ORDER.indexOf('pfizer')
const DAY = indexOf('2021-11-03')
const INFANTS = 18
const FIRST = 9 * 3600

function infantDose(world: World, facility: string, i: number): DoseEvent {
  const used = world.plan.usedTo(DAY - 1, HANOI, PFIZER)
  const at = isoAt(DAY, FIRST + i * 240)
  return {
    type: 'dose',
    op: 'upsert',
    source: SOURCE,
    id: `D-QUOC-OAI-${i + 1}`,
    rev: 1,
    occurredAt: at,
    recordedAt: isoAt(DAY, AT.evening + 60),
    exercise: true,
    person: `PQUOCOAI${i + 1}`,
    sex: i % 2 === 0 ? 'female' : 'male',
    birthYear: 2021,
    priorityGroup: 16,
    residenceProvince: '01',
    product: 'pfizer',
    lot: world.supply.deliveryOf(HANOI, PFIZER, used)?.lot.id ?? 'UNKNOWN',
    doseNo: 1,
    series: 'primary',
    province: '01',
    facility,
    verification: 'unverified',
  }
}

function infantCase(dose: DoseEvent, i: number): (Timed & { day: number })[] {
  const notified = { day: DAY + 1, second: 8 * 3600 + i * 60 }
  const { person, sex, birthYear, province, facility, product, lot, doseNo } = dose
  const base: Case = {
    type: 'aefi',
    op: 'upsert',
    source: SOURCE,
    id: `A-QUOC-OAI-${i + 1}`,
    occurredAt: isoAt(DAY, 14 * 3600 + i * 60),
    exercise: true,
    person,
    sex,
    birthYear,
    province,
    facility,
    product,
    lot,
    doseNo,
    vaccinatedAt: dose.occurredAt,
    notifiedAt: isoAt(notified.day, notified.second),
    reactions: ['Vaccine administered to patient of inappropriate age', 'Fever'],
    seriousness: ['hospitalisation'],
    severity: 'mild',
  }
  return courseOf(base, notified, false, 'A3')
}

/** Quốc Oai, Hà Nội, November 2021: Pfizer given by mistake to 18 infants of 2–6 months, an A3 cluster. Eighteen doses beyond the plan. */
export function quocOai(ground: Ground): Incident {
  const district = DISTRICTS.find((d) => d.province === '01' && d.name.endsWith('Quốc Oai'))!
  const facility = ground.sites[HANOI]!.find((s) => s.district === district.code)!.id
  return {
    on: (world, day) => {
      if (world.from > DAY || day < DAY) return []
      return Array.from({ length: INFANTS }, (_, i) => {
        const dose = infantDose(world, facility, i)
        const steps = infantCase(dose, i).filter((step) => step.day === day)
        return day === DAY ? [{ second: AT.evening + 60, event: dose }, ...steps] : steps
      }).flat()
    },
  }
}
