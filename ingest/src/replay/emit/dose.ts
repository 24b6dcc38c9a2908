import type { DoseEvent, VoidEvent } from '@mcc/contract'
import { indexOf, isoAt } from '../calendar.js'
import { enteredWithin } from '../plan/late.js'
import { PRODUCT_ORDER, SLOTS } from '../plan/slots.js'
import { PLAN_UNITS } from '../plan/units.js'
import { hash, SALT } from '../random.js'
import { personOf } from '../world/persons.js'
import type { Group, World } from '../world/world.js'
import { AT, secondOf } from './clock.js'

export const SOURCE = 'exercise'
/** Identity checks against the population database began in the autumn of 2021. */
const CHECKED_FROM = indexOf('2021-10-01')

export const doseId = (group: Group, n: number): string =>
  `D${group.day}.${PLAN_UNITS[group.unit]!}.${group.slot}.${n.toString(36)}`

/** How many products of the same kind the unit had used when the group's first dose was taken from stock. */
function stockBefore(world: World, group: Group): number {
  const { product } = SLOTS[group.slot]!
  let before = world.plan.usedTo(group.day - 1, group.unit, product)
  for (let slot = 0; slot < group.slot; slot++)
    if (SLOTS[slot]!.product === product) before += world.plan.at(group.day, group.unit, slot)
  return before
}

/** Second of the day at which dose `n` was given: minutes before its entry, or at any time when it was entered late. */
function givenAt(world: World, group: Group, n: number, random: number): number {
  const { day, count, dither } = group
  const sameDay = day >= world.to ? count : enteredWithin(day, count, 0, dither)
  const spread = AT.close - AT.open
  if (n >= sameDay) return AT.open + Math.floor((random / 4_294_967_296) * spread)
  return Math.max(secondOf((n + dither) / sameDay) - 60 - (random % 540), AT.open)
}

function verificationAt(day: number, random: number): DoseEvent['verification'] {
  if (day < CHECKED_FROM) return 'unverified'
  const r = random % 100
  return r < 52 ? 'identity-matched' : r < 70 ? 'mismatched' : r < 74 ? 'no-id' : 'unverified'
}

/** Makes the doses of one group; what is common to them is worked out once. */
export class DoseMaker {
  readonly #before: number
  readonly #first: number

  constructor(
    private readonly world: World,
    readonly group: Group,
  ) {
    this.#before = stockBefore(world, group)
    this.#first = world.plan.firstPerson(group.day, group.unit, group.slot)
  }

  /** Dose `n` (from 0) of the group as it was given, as revision `rev` entered at `recordedAt` (ISO 8601). */
  make(n: number, rev: number, recordedAt: string): DoseEvent {
    const { world, group } = this
    const { day, unit, slot: at } = group
    const slot = SLOTS[at]!
    const random = hash(world.seed + SALT.time, day * 64 + unit, at, n)
    const person = personOf(world.seed, world.plan.ladder, unit, slot.stream, this.#first + n, day)
    const site =
      world.happenings.siteOf(group, n) ??
      world.active.pick(day, unit, hash(world.seed + SALT.facility, day * 64 + unit, at, n) / 4_294_967_296)
    return {
      type: 'dose',
      op: 'upsert',
      source: SOURCE,
      id: doseId(group, n),
      rev,
      occurredAt: isoAt(day, givenAt(world, group, n, random)),
      recordedAt,
      exercise: true,
      // Not spread: this line runs two million times for one day at scale 1
      person: person.person,
      sex: person.sex,
      birthYear: person.birthYear,
      priorityGroup: person.priorityGroup,
      residenceProvince: person.residenceProvince,
      product: PRODUCT_ORDER[slot.product]!,
      lot: world.supply.deliveryOf(unit, slot.product, this.#before + n)?.lot.id ?? 'UNKNOWN',
      doseNo: slot.doseNo,
      series: slot.series,
      province: PLAN_UNITS[unit]!,
      facility: site.id,
      verification: verificationAt(day, random >>> 8),
    }
  }
}

export const voidOf = (id: string, rev: number, at: string, reason: string): VoidEvent => ({
  type: 'dose',
  op: 'void',
  source: SOURCE,
  id,
  rev,
  occurredAt: at,
  recordedAt: at,
  exercise: true,
  reason,
})
