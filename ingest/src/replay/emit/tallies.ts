import type { TallyEvent } from '@mcc/contract'
import { dayAt, isoAt } from '../calendar.js'
import { PRODUCTS_N, RUNG, SLOTS, SLOTS_N } from '../plan/slots.js'
import { MINISTRIES_AT, PLAN_UNITS, POPULATIONS, UNITS_N } from '../plan/units.js'
import { fraction, SALT } from '../random.js'
import { atDay } from '../tables/at-day.js'
import type { World } from '../world/world.js'
import { AT } from './clock.js'
import { SOURCE } from './dose.js'
import type { Timed } from './timed.js'

/**
 * Doses given as a share of doses reported in bulletins. With late entry on top the registry holds 86–89 % of what is
 * reported in early August 2021 (portal against bulletin) and 94–96 % later (bulletins of 2022).
 */
const GIVEN_OF_REPORTED: readonly (readonly [day: string, share: number])[] = [
  ['2021-03-08', 0.92],
  ['2021-08-20', 0.935],
  ['2021-10-01', 0.96],
]

/** Cumulative doses of a unit by dose number at the end of each day; filled from the first campaign day on. */
class Given {
  readonly #sums: number[][] = []

  constructor(private readonly world: World) {}

  upTo(day: number, unit: number): readonly [one: number, two: number, more: number] {
    while (this.#sums.length <= day) this.#add(this.#sums.length)
    const row = this.#sums[day]!
    return [row[unit * 3]!, row[unit * 3 + 1]!, row[unit * 3 + 2]!]
  }

  #add(day: number): void {
    const row = [...(this.#sums[day - 1] ?? Array.from({ length: UNITS_N * 3 }, () => 0))]
    for (let unit = 0; unit < UNITS_N; unit++)
      for (let slot = 0; slot < SLOTS_N; slot++) {
        const { rung } = SLOTS[slot]!
        row[unit * 3 + (rung === RUNG.first ? 0 : rung === RUNG.second ? 1 : 2)]! += this.world.plan.at(
          day,
          unit,
          slot,
        )
      }
    this.#sums[day] = row
  }
}

/** The daily bulletin of every province and of the ministries: the second ledger, a little above what is entered. */
export class Tallies {
  readonly #given: Given

  constructor(private readonly world: World) {
    this.#given = new Given(world)
  }

  on(day: number): Timed[] {
    const at = isoAt(day, AT.bulletin)
    return PLAN_UNITS.map((_, unit) => ({ second: AT.bulletin, event: this.#tally(day, unit, at) }))
  }

  /** Reported figures never fall: the share is smoothed over the month before. */
  #factor(day: number, unit: number): number {
    let sum = 0
    for (let back = 0; back < 30; back++) sum += 1 / atDay(GIVEN_OF_REPORTED, Math.max(day - back, 0))[0]!
    const own = fraction(this.world.seed + SALT.tally, unit, 0, 0)
    return 1 + (sum / 30 - 1) * (0.6 + 0.8 * own)
  }

  #tally(day: number, unit: number, at: string): TallyEvent {
    const factor = this.#factor(day, unit)
    const [dose1, dose2, dose3] = this.#given.upTo(day, unit).map((n) => Math.round(n * factor)) as [
      number,
      number,
      number,
    ]
    let received = 0
    for (let product = 0; product < PRODUCTS_N; product++)
      received += this.world.supply.arrivedBy(day, unit, product)
    return {
      type: 'tally',
      op: 'upsert',
      source: SOURCE,
      id: `T${day}.${PLAN_UNITS[unit]!}`,
      rev: 1,
      occurredAt: at,
      recordedAt: at,
      exercise: true,
      province: PLAN_UNITS[unit]!,
      day: dayAt(day),
      dose1,
      dose2,
      dose3,
      total: dose1 + dose2 + dose3,
      allocatedReceived: received,
      ...(unit === MINISTRIES_AT ? {} : { population: Math.round(POPULATIONS[unit]! * this.world.scale) }),
    }
  }
}
