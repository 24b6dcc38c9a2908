import type { DoseEvent } from '@mcc/contract'
import { isoAt } from '../calendar.js'
import { PRODUCT_ORDER, PRODUCTS_N, SLOTS } from '../plan/slots.js'
import { PLAN_UNITS, UNITS_N } from '../plan/units.js'
import { hash, SALT } from '../random.js'
import type { Group, World } from '../world/world.js'
import { AT } from './clock.js'

const LONGEST_SLIP = 6

/**
 * What was wrong in the first entry of a record that is corrected later: day, point, province, product or dose number.
 * A wrong product is one the unit had in stock.
 */
export function wrongEntry(world: World, group: Group, n: number): Partial<DoseEvent> {
  const random = hash(world.seed + SALT.fate, group.day * 64 + group.unit, group.slot, n)
  const kind = random % 100
  const rest = random >>> 8
  if (kind < 30) return wrongDay(world, group, rest)
  if (kind < 50) return wrongProduct(world, group, rest)
  if (kind < 62) return wrongUnit(world, group, rest)
  if (kind < 77) return wrongNumber(group)
  return wrongSite(world, group, rest)
}

function wrongDay(world: World, group: Group, random: number): Partial<DoseEvent> {
  const day = group.day - 1 - (random % LONGEST_SLIP)
  if (day < world.from) return wrongSite(world, group, random)
  return { occurredAt: isoAt(day, AT.open + (random % (AT.close - AT.open))) }
}

function wrongSite(world: World, group: Group, random: number): Partial<DoseEvent> {
  const { sites } = world.active.on(group.day, group.unit)
  return { facility: sites[random % sites.length]!.id }
}

function wrongProduct(world: World, group: Group, random: number): Partial<DoseEvent> {
  const own = SLOTS[group.slot]!.product
  for (let step = 0; step < PRODUCTS_N; step++) {
    const product = (random + step) % PRODUCTS_N
    const used = world.plan.usedTo(group.day - 1, group.unit, product)
    const delivery = world.supply.deliveryOf(group.unit, product, used)
    const inStock = world.supply.arrivedBy(group.day, group.unit, product) > used
    if (product !== own && used > 0 && delivery && inStock)
      return { product: PRODUCT_ORDER[product]!, lot: delivery.lot.id }
  }
  return wrongNumber(group)
}

function wrongUnit(world: World, group: Group, random: number): Partial<DoseEvent> {
  const { product } = SLOTS[group.slot]!
  for (let step = 0; step < UNITS_N; step++) {
    const unit = (random + step) % UNITS_N
    const used = world.plan.usedTo(group.day - 1, unit, product)
    const delivery = world.supply.deliveryOf(unit, product, used)
    if (unit === group.unit || used === 0 || !delivery) continue
    const { sites } = world.active.on(group.day, unit)
    return { province: PLAN_UNITS[unit]!, facility: sites[random % sites.length]!.id, lot: delivery.lot.id }
  }
  return wrongNumber(group)
}

const wrongNumber = (group: Group): Partial<DoseEvent> => {
  const { doseNo } = SLOTS[group.slot]!
  return { doseNo: doseNo === 1 ? 2 : doseNo - 1 }
}
