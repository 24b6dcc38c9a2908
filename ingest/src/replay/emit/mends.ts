import { isoAt } from '../calendar.js'
import { SLOTS_N } from '../plan/slots.js'
import { UNITS_N } from '../plan/units.js'
import { hash, SALT } from '../random.js'
import { groupOf, type World } from '../world/world.js'
import { AT, secondOf } from './clock.js'
import { DoseMaker, voidOf } from './dose.js'
import { doublesId } from './doses.js'
import { fateOf, LONGEST_FATE, mendDay } from './fates.js'
import { FollowUps, type Timed } from './timed.js'

interface Mend {
  readonly day: number
  readonly unit: number
  readonly slot: number
  readonly n: number
  readonly fate: 'corrected' | 'doubled'
}

/** Corrections of wrong entries (revision 2) and voids of double ones, on the day they are sent. */
export class Mends {
  readonly #followUps: FollowUps<Mend>

  constructor(private readonly world: World) {
    this.#followUps = new FollowUps(world.from, LONGEST_FATE, (day, add) => this.#plan(day, add))
  }

  on(day: number): Timed[] {
    return this.#followUps.on(day).map((mend) => this.#event(mend, day))
  }

  #plan(day: number, add: (on: number, item: Mend) => void): void {
    for (let unit = 0; unit < UNITS_N; unit++)
      for (let slot = 0; slot < SLOTS_N; slot++) {
        const group = groupOf(this.world, day, unit, slot)
        for (let n = 0; n < group.count; n++) {
          const fate = fateOf(group, n)
          if (fate !== 'corrected' && fate !== 'doubled') continue
          const on = mendDay(this.world, group, n)
          if (fate === 'corrected') add(Math.min(on, this.world.to), { day, unit, slot, n, fate })
          else if (on <= this.world.to) add(on, { day, unit, slot, n, fate })
        }
      }
  }

  #event({ day, unit, slot, n, fate }: Mend, on: number): Timed {
    const group = groupOf(this.world, day, unit, slot)
    const share = (hash(this.world.seed + SALT.correction, day * 64 + unit, n, slot) % 10_000) / 10_000
    // The last day's first entries may still come in: their corrections wait for the evening
    const second = on === this.world.to ? AT.evening : secondOf(share)
    const at = isoAt(on, second)
    const event =
      fate === 'doubled'
        ? voidOf(doublesId(group, n), 2, at, 'nhập trùng')
        : new DoseMaker(this.world, group).make(n, 2, at)
    return { second, event }
  }
}
