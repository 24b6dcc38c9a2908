import { STREAMS, RUNG, RUNGS } from './slots.js'
import { DAY_COUNT } from '../calendar.js'
import { INTERVALS } from '../tables/schedule.js'
import { UNITS_N } from './units.js'

const CELLS = STREAMS.length * RUNGS
const ABDALA = STREAMS.indexOf('ab')
const JANSSEN = STREAMS.indexOf('ja')
const CHILD = STREAMS.indexOf('child')

/** The rung that completes the primary series of a stream. */
const lastPrimary = (stream: number): number =>
  stream === ABDALA ? RUNG.third : stream === JANSSEN ? RUNG.first : RUNG.second

/** How far the persons of every unit and stream have climbed, by day. Persons climb in the order they began. */
export class Ladder {
  /** Persons per (day, unit, stream, rung), cumulative to the end of the day. */
  readonly #cumulative = new Uint32Array((DAY_COUNT + 1) * UNITS_N * CELLS)

  #at(day: number, unit: number, stream: number, rung: number): number {
    return ((day + 1) * UNITS_N + unit) * CELLS + stream * RUNGS + rung
  }

  /** Cumulative persons on a rung at the end of `day` (−1 = before the campaign). */
  climbed(day: number, unit: number, stream: number, rung: number): number {
    return day < 0 ? 0 : this.#cumulative[this.#at(day, unit, stream, rung)]!
  }

  /** Starts `day` with the figures of the day before. */
  open(day: number): void {
    const row = UNITS_N * CELLS
    this.#cumulative.copyWithin((day + 1) * row, day * row, (day + 1) * row)
  }

  climb(day: number, unit: number, stream: number, rung: number, persons: number): void {
    this.#cumulative[this.#at(day, unit, stream, rung)]! += persons
  }

  /** Persons who may climb to `rung` on `day`: on the rung below for `interval` days and not yet climbed. */
  waiting(day: number, unit: number, stream: number, rung: number, interval: number): number {
    const below = rung === RUNG.extra ? lastPrimary(stream) : rung - 1
    return Math.max(
      this.climbed(day - interval, unit, stream, below) - this.climbed(day, unit, stream, rung),
      0,
    )
  }

  /** The rungs of later primary doses in use: (stream, rung) pairs. */
  static readonly LATER: readonly (readonly [stream: number, rung: number])[] = STREAMS.flatMap(
    (_, stream) =>
      stream === JANSSEN
        ? []
        : stream === ABDALA
          ? [[stream, RUNG.second] as const, [stream, RUNG.third] as const]
          : [[stream, RUNG.second] as const],
  )
  /** Streams that get a dose beyond the primary series. */
  static readonly EXTRA: readonly number[] = STREAMS.flatMap((_, stream) =>
    stream === CHILD ? [] : [stream],
  )

  static interval(stream: number, kind: 'least' | 'usual' | 'extra'): number {
    return INTERVALS[STREAMS[stream]!][kind]
  }
}
