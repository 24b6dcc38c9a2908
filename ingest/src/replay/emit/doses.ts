import type { AnyEvent } from '@mcc/contract'
import { isoAt } from '../calendar.js'
import { LATEST } from '../plan/late.js'
import { SLOTS_N } from '../plan/slots.js'
import { UNITS_N } from '../plan/units.js'
import { type Group, groupOf, type World } from '../world/world.js'
import { secondOf } from './clock.js'
import { DoseMaker, doseId } from './dose.js'
import { enteredOn, fateOf, mendDay } from './fates.js'
import { wrongEntry } from './wrong-entry.js'

interface Entered {
  readonly maker: DoseMaker
  readonly start: number
  readonly size: number
}

/** First entries of one day: doses of the day itself and late ones, in the order in which they are typed in. */
export class DayEntries {
  readonly #ranges: Entered[] = []
  /** Doses entered on the day. */
  readonly size: number

  constructor(
    private readonly world: World,
    private readonly day: number,
  ) {
    let size = 0
    for (let of = day; of >= Math.max(world.from, day - LATEST); of--)
      for (let unit = 0; unit < UNITS_N; unit++)
        for (let slot = 0; slot < SLOTS_N; slot++) {
          if (world.plan.at(of, unit, slot) === 0) continue
          const group = groupOf(world, of, unit, slot)
          const { start, size: entered } = enteredOn(world, group, day)
          if (entered <= 0) continue
          this.#ranges.push({ maker: new DoseMaker(world, group), start, size: entered })
          size += entered
        }
    this.size = size
  }

  /** Events typed in between two shares (0 ≤ from < to ≤ 1) of the day. */
  between(from: number, to: number): AnyEvent[] {
    const events: AnyEvent[] = []
    for (const { maker, start, size } of this.#ranges) {
      const shift = maker.group.dither
      const first = Math.max(Math.ceil(size * from - shift), 0)
      const last = to >= 1 ? size : Math.min(Math.ceil(size * to - shift), size)
      for (let i = first; i < last; i++) this.#enter(maker, start + i, (i + shift) / size, events)
    }
    return events
  }

  #enter(maker: DoseMaker, n: number, share: number, into: AnyEvent[]): void {
    const { world, day } = this
    const group: Group = maker.group
    const recordedAt = isoAt(day, secondOf(share))
    const dose = maker.make(n, 1, recordedAt)
    const fate = fateOf(group, n)
    if (fate === 'corrected') {
      into.push({ ...dose, ...wrongEntry(world, group, n) })
      return
    }
    into.push(dose)
    if (fate === 'doubled' && mendDay(world, group, n) <= world.to)
      into.push({ ...dose, id: doublesId(group, n) })
  }
}

/** Id of the record that was entered a second time for the same dose. */
export const doublesId = (group: Group, n: number): string => `${doseId(group, n)}-2`
