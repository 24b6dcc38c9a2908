import { DAY_COUNT } from '../calendar.js'
import type { Plan } from '../plan/plan.js'
import { PRODUCTS_N } from '../plan/slots.js'
import { UNITS_N } from '../plan/units.js'
import { atDay } from '../tables/at-day.js'
import { COVER_DAYS, LOT_KINDS } from '../tables/lots.js'

export interface Lot {
  id: string
  readonly product: number
  readonly maker: string
  /** Day index on which it came into the national store. */
  readonly received: number
  readonly size: number
  /** Day index of the last dose planned from it. */
  lastUse: number
  /** Day index of the expiry on the label. */
  expiry: number
}
/** Doses of one lot sent to one unit by one decision. */
export interface Delivery {
  readonly id: string
  readonly unit: number
  readonly product: number
  readonly lot: Lot
  readonly doses: number
  readonly round: number
  readonly decided: number
  readonly arrives: number
  /** Cumulative doses of this product delivered to the unit, this delivery included. */
  readonly upTo: number
}

/** Round (đợt) 94 was decided on 25 November 2021, 262 days after the first. */
const DAYS_PER_ROUND = 2.8
const ROUNDS = Math.ceil(DAY_COUNT / DAYS_PER_ROUND)
const TRANSIT_DAYS = 2
const SAFETY_DAYS = 4
const LEAST_LOT = 60

export const decidedOn = (round: number): number => Math.floor((round - 1) * DAYS_PER_ROUND)
const arrivesOn = (round: number): number => (round === 1 ? 0 : decidedOn(round) + TRANSIT_DAYS)

/**
 * What comes in and where it goes: rounds of decisions, lots, deliveries that arrive before the doses they supply.
 * A unit uses its deliveries of a product in the order of arrival.
 */
export class Supply {
  readonly lots: Lot[] = []
  readonly deliveries: Delivery[] = []
  readonly #byUnit: Delivery[][] = Array.from({ length: UNITS_N * PRODUCTS_N }, () => [])
  readonly #open: ({ lot: Lot; left: number } | undefined)[] = []

  constructor(private readonly plan: Plan) {
    for (let round = 1; round <= ROUNDS; round++)
      for (let product = 0; product < PRODUCTS_N; product++)
        for (let unit = 0; unit < UNITS_N; unit++) this.#supply(round, unit, product)
    for (const lot of this.lots)
      lot.expiry = Math.max(lot.received + LOT_KINDS[lot.product]!.shelf, lot.lastUse + 15)
  }

  /** Deliveries of a product to a unit, by arrival. */
  of(unit: number, product: number): readonly Delivery[] {
    return this.#byUnit[unit * PRODUCTS_N + product]!
  }

  /** The delivery from which the n-th dose (from 0) of a product in a unit is taken; undefined when none came. */
  deliveryOf(unit: number, product: number, n: number): Delivery | undefined {
    const list = this.of(unit, product)
    let low = 0
    let high = list.length - 1
    while (low < high) {
      const mid = (low + high) >> 1
      if (list[mid]!.upTo > n) high = mid
      else low = mid + 1
    }
    return list[low]
  }

  /** Doses of a product that had arrived in a unit by the morning of `day`. */
  arrivedBy(day: number, unit: number, product: number): number {
    return this.of(unit, product).findLast((d) => d.arrives <= day)?.upTo ?? 0
  }

  #need(day: number, unit: number, product: number): number {
    const used = this.plan.usedTo(day, unit, product)
    // A margin for records that are entered under the wrong product or province and corrected later
    return used === 0 ? 0 : used + 5 + Math.ceil(used * 0.02)
  }

  #supply(round: number, unit: number, product: number): void {
    const list = this.#byUnit[unit * PRODUCTS_N + product]!
    const had = list.at(-1)?.upTo ?? 0
    const next = arrivesOn(round + 1)
    if (had >= this.#need(next + SAFETY_DAYS, unit, product)) return
    const cover = atDay(COVER_DAYS, decidedOn(round))[0]!
    const pack = this.plan.scale >= 0.05 ? 10 : 1
    let missing = Math.ceil((this.#need(next + cover, unit, product) - had) / pack) * pack
    for (let part = 1; missing > 0; part++) {
      const { lot, doses } = this.#take(product, missing, decidedOn(round))
      missing -= doses
      this.#deliver(list, { round, unit, product, lot, doses, part })
    }
  }

  #deliver(
    list: Delivery[],
    of: { round: number; unit: number; product: number; lot: Lot; doses: number; part: number },
  ): void {
    const { round, unit, product, lot, doses, part } = of
    const upTo = (list.at(-1)?.upTo ?? 0) + doses
    const delivery: Delivery = {
      id: `${round}-${unit}-${product}-${part}`,
      unit,
      product,
      lot,
      doses,
      round,
      decided: decidedOn(round),
      arrives: arrivesOn(round),
      upTo,
    }
    lot.lastUse = Math.max(lot.lastUse, this.#dayOfUse(unit, product, upTo))
    list.push(delivery)
    this.deliveries.push(delivery)
  }

  /** First day by whose end `n` doses of a product were used in a unit. */
  #dayOfUse(unit: number, product: number, n: number): number {
    let low = 0
    let high = DAY_COUNT - 1
    while (low < high) {
      const mid = (low + high) >> 1
      if (this.plan.usedTo(mid, unit, product) >= n) high = mid
      else low = mid + 1
    }
    return low
  }

  #take(product: number, wanted: number, day: number): { lot: Lot; doses: number } {
    let open = this.#open[product]
    if (!open || open.left === 0) this.#open[product] = open = this.#receive(product, day)
    const doses = Math.min(wanted, open.left)
    open.left -= doses
    return { lot: open.lot, doses }
  }

  #receive(product: number, received: number): { lot: Lot; left: number } {
    const kind = LOT_KINDS[product]!
    const number = kind.from + this.lots.filter((l) => l.product === product).length
    const size = Math.max(LEAST_LOT, Math.round((kind.size * this.plan.scale) / 10) * 10)
    const lot: Lot = {
      id: `${kind.prefix}${number}`,
      product,
      maker: kind.maker,
      received,
      size,
      lastUse: received,
      expiry: 0,
    }
    this.lots.push(lot)
    return { lot, left: size }
  }
}
