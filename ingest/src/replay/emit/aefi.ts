import { PLAN_UNITS, UNITS_N } from '../plan/units.js'
import { SLOTS, SLOTS_N } from '../plan/slots.js'
import { fraction, SALT } from '../random.js'
import { AEFI_RATES } from '../tables/reactions.js'
import { type Group, groupOf, type World } from '../world/world.js'
import { caseOf, type CaseStep, LONGEST_CASE } from './cases.js'
import { DoseMaker } from './dose.js'
import { FollowUps, type Timed } from './timed.js'

/** Adverse events after the doses of the replay: new cases and further revisions of open ones, by day of sending. */
export class AefiBook {
  readonly #followUps: FollowUps<CaseStep>

  constructor(private readonly world: World) {
    this.#followUps = new FollowUps(world.from, LONGEST_CASE, (day, add) => {
      for (let unit = 0; unit < UNITS_N; unit++)
        for (let slot = 0; slot < SLOTS_N; slot++)
          for (const step of this.#ofGroup(groupOf(world, day, unit, slot))) add(step.day, step)
    })
  }

  on(day: number): readonly Timed[] {
    return this.#followUps.on(day)
  }

  /** As many cases as the rate gives, rounded so that small groups add up; spread evenly over the group's doses. */
  #ofGroup(group: Group): CaseStep[] {
    if (group.count === 0) return []
    const maker = new DoseMaker(this.world, group)
    const rates = AEFI_RATES[SLOTS[group.slot]!.product]!
    const factor = this.world.happenings.aefiFactor(maker.make(0, 1, '').lot)
    const serious = this.#number(group, rates.serious * factor, 1)
    const common = this.#number(group, (rates.all - rates.serious) * factor, 2)
    const all = Math.min(serious + common, group.count)
    return Array.from({ length: all }, (_, i) => {
      const n = Math.floor(((i + group.dither) * group.count) / all) % group.count
      const id = `A${group.day}.${PLAN_UNITS[group.unit]!}.${group.slot}.${i}`
      const key = (group.unit * SLOTS_N + group.slot) * 4096 + i
      return caseOf(this.world, id, maker.make(n, 1, ''), group.day, i < serious, key)
    }).flat()
  }

  #number(group: Group, per100k: number, kind: number): number {
    const dither = fraction(this.world.seed + SALT.aefi, group.day * 64 + group.unit, group.slot, kind)
    return Math.floor((group.count * per100k) / 100_000 + dither)
  }
}
