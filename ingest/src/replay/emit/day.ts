import { isoLocal, type AnyEvent } from '@mcc/contract'
import { momentOf } from '../calendar.js'
import type { Silence } from '../incidents/incidents.js'
import type { World } from '../world/world.js'
import { AefiBook } from './aefi.js'
import { checksOn } from './checks.js'
import { AT, secondOf } from './clock.js'
import { DayEntries } from './doses.js'
import { Mends } from './mends.js'
import { facilitiesOn, sessionsOn } from './places.js'
import { registrationsOn } from './registrations.js'
import { Requests } from './requests.js'
import { supplyOn } from './supply.js'
import { Tallies } from './tallies.js'
import type { Timed } from './timed.js'

/** Events of a stretch of the campaign day, to be sent when the exercise clock shows `now` (ISO 8601). */
export interface Slice {
  readonly now: string
  readonly ms: number
  readonly events: AnyEvent[]
}

const HALF_HOUR = 1800
/** Slices of the entry hours: enough to move smoothly, and none much larger than a batch. */
const slicesFor = (doses: number): number => Math.min(Math.max(Math.ceil(doses / 1000), 12), 240)

/** Makes the events of campaign days, one slice at a time; days are asked in rising order. */
export class Days {
  readonly #mends: Mends
  readonly #aefi: AefiBook
  readonly #requests: Requests
  readonly #tallies: Tallies

  constructor(private readonly world: World) {
    this.#mends = new Mends(world)
    this.#aefi = new AefiBook(world)
    this.#requests = new Requests(world)
    this.#tallies = new Tallies(world)
  }

  /** The slices of a day, silent units left out, and what a silent unit sends afterwards. */
  *of(day: number): Generator<Slice> {
    const { happenings, from } = this.world
    const ended = happenings.endedBefore(day)
    if (ended && ended.from >= from) yield this.#afterSilence(day, ended)
    for (const slice of this.#all(day)) {
      const events = slice.events.filter((event) => !happenings.held(day, event))
      if (events.length > 0) yield { ...slice, events }
    }
  }

  *#all(day: number): Generator<Slice> {
    const timed = this.#timed(day)
    const entries = new DayEntries(this.world, day)
    yield* byHalfHour(
      day,
      timed.filter((t) => t.second < AT.open),
    )
    const slices = slicesFor(entries.size)
    let at = timed.findIndex((t) => t.second >= AT.open)
    for (let q = 0; q < slices; q++) {
      const last = q === slices - 1
      const second = last ? AT.close : secondOf((q + 1) / slices)
      const events = entries.between(q / slices, last ? 1 : (q + 1) / slices)
      while (at >= 0 && at < timed.length && timed[at]!.second <= second) events.push(timed[at++]!.event)
      yield sliceAt(day, second, events)
    }
    yield* byHalfHour(
      day,
      timed.filter((t) => t.second > AT.close),
    )
  }

  #timed(day: number): Timed[] {
    const { world } = this
    const all = [
      ...facilitiesOn(world, day),
      ...supplyOn(world, day),
      ...sessionsOn(world, day),
      ...registrationsOn(world, day),
      ...this.#mends.on(day),
      ...checksOn(world, day),
      ...this.#aefi.on(day),
      ...this.#requests.on(day),
      ...this.#tallies.on(day),
      ...world.happenings.on(world, day),
    ]
    return all.sort((a, b) => a.second - b.second)
  }

  /** All that a unit had held back, made anew so that a replay can resume here too. */
  #afterSilence(day: number, silence: Silence): Slice {
    const again = new Days(this.world)
    const events: AnyEvent[] = []
    for (let d = silence.from; d <= silence.to; d++)
      for (const slice of again.#all(d))
        for (const e of slice.events) if (this.world.happenings.held(d, e)) events.push(e)
    return sliceAt(day, AT.reference - HALF_HOUR, events)
  }
}

const sliceAt = (day: number, second: number, events: AnyEvent[]): Slice => {
  const ms = momentOf(day, second)
  return { now: isoLocal(ms), ms, events }
}

function* byHalfHour(day: number, timed: readonly Timed[]): Generator<Slice> {
  const halfHour = (t: Timed) => Math.floor(t.second / HALF_HOUR)
  for (let i = 0; i < timed.length;) {
    let end = i
    while (end < timed.length && halfHour(timed[end]!) === halfHour(timed[i]!)) end++
    const part = timed.slice(i, end)
    yield sliceAt(
      day,
      Math.ceil(part.at(-1)!.second),
      part.map((t) => t.event),
    )
    i = end
  }
}
