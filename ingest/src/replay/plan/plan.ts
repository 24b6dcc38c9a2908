import { DAY_COUNT } from '../calendar.js'
import { atDay } from '../tables/at-day.js'
import { CHILD_SHARES, FIRST_DOSE_SHARES, MIXES } from '../tables/schedule.js'
import { apportion, split } from './apportion.js'
import { nationalCurve } from './curve.js'
import { Ladder } from './ladder.js'
import { PRODUCTS_N, RUNG, RUNGS, SLOTS, SLOTS_N, STREAMS, slotsOf } from './slots.js'
import { POPULATIONS, UNITS_N, unitShares } from './units.js'

/** First doses never exceed this share of a province's population. */
const REACHABLE = 0.97
const CHILD = STREAMS.indexOf('child')

/**
 * The whole campaign by day × unit × slot in whole doses at a scale: `counts` of the day, and what the ladder holds.
 * Cumulative national doses are `scale × published`, rounded, on every day.
 */
export class Plan {
  readonly scale: number
  readonly ladder = new Ladder()
  /** Doses per (day, unit, slot). */
  readonly counts = new Uint32Array(DAY_COUNT * UNITS_N * SLOTS_N)
  /** Doses per (day + 1, unit, product), cumulative to the end of the day; row 0 is before the campaign. */
  readonly used = new Uint32Array((DAY_COUNT + 1) * UNITS_N * PRODUCTS_N)
  readonly #owed = {
    first: new Float64Array(UNITS_N),
    later: new Float64Array(UNITS_N),
    extra: new Float64Array(UNITS_N),
    streams: Array.from({ length: UNITS_N }, () => new Float64Array(STREAMS.length)),
    mixes: Array.from(
      { length: UNITS_N * STREAMS.length * RUNGS },
      (_, i) => new Float64Array(slotsOf(Math.floor(i / RUNGS) % STREAMS.length, i % RUNGS).length),
    ),
  }

  constructor(scale: number) {
    this.scale = scale
    const curve = nationalCurve()
    let people = 0
    let extra = 0
    for (let day = 0; day < DAY_COUNT; day++) {
      this.ladder.open(day)
      const total =
        Math.round(scale * curve.doses[day]!) - (day > 0 ? Math.round(scale * curve.doses[day - 1]!) : 0)
      const wantExtra = clamp(Math.round(scale * curve.extra[day]! - extra), 0, total)
      const wantFirst = clamp(Math.round(scale * curve.people[day]! - people), 0, total - wantExtra)
      const given = this.#planDay(day, total, wantFirst, wantExtra)
      people += given.first
      extra += given.extra
      this.#closeDay(day)
    }
  }

  at(day: number, unit: number, slot: number): number {
    return this.counts[(day * UNITS_N + unit) * SLOTS_N + slot]!
  }

  /** Doses of a product used by a unit up to the end of `day`; −1 = none. */
  usedTo(day: number, unit: number, product: number): number {
    return this.used[((Math.min(day, DAY_COUNT - 1) + 1) * UNITS_N + unit) * PRODUCTS_N + product]!
  }

  /** Doses of a unit on a day. */
  ofUnit(day: number, unit: number): number {
    let sum = 0
    const start = (day * UNITS_N + unit) * SLOTS_N
    for (let i = start; i < start + SLOTS_N; i++) sum += this.counts[i]!
    return sum
  }

  ofNation(day: number): number {
    let sum = 0
    for (let unit = 0; unit < UNITS_N; unit++) sum += this.ofUnit(day, unit)
    return sum
  }

  /** Number of the first person of a slot on a day within his stream's rung. */
  firstPerson(day: number, unit: number, slot: number): number {
    const { stream, rung } = SLOTS[slot]!
    let at = this.ladder.climbed(day - 1, unit, stream, rung)
    for (const other of slotsOf(stream, rung)) {
      if (other === slot) return at
      at += this.at(day, unit, other)
    }
    return at
  }

  #planDay(day: number, total: number, first: number, extra: number): { first: number; extra: number } {
    const shares = unitShares(day)
    const extras = this.#extras(day, extra, shares.extra)
    const later = this.#later(day, total - first - extra, shares.later)
    const firsts = total - later - extras
    const caps = POPULATIONS.map((p, u) =>
      p === 0 ? Infinity : Math.max(Math.floor(p * this.scale * REACHABLE) - this.#begun(day, u), 0),
    )
    const { parts, left } = apportion(firsts, shares.first, this.#owed.first, caps)
    if (left > 0) parts[UNITS_N - 1]! += left
    const child = atDay(CHILD_SHARES, day)[0]!
    const adult = atDay(FIRST_DOSE_SHARES, day)
    const streamShares = STREAMS.map((_, s) => (s === CHILD ? child : adult[s]! * (1 - child)))
    parts.forEach((n, u) => {
      if (n === 0) return
      const byStream = apportion(n, streamShares, this.#owed.streams[u]!, undefined).parts
      byStream.forEach((m, stream) => this.#give(day, u, stream, RUNG.first, m))
    })
    return { first: firsts, extra: extras }
  }

  #begun(day: number, unit: number): number {
    let sum = 0
    for (let s = 0; s < STREAMS.length; s++) sum += this.ladder.climbed(day, unit, s, RUNG.first)
    return sum
  }

  /** Second and third primary doses: the usual interval first, the least allowed one when the published curve asks for more. */
  #later(day: number, total: number, shares: Float64Array): number {
    const rungs = Ladder.LATER
    const waiting = (u: number, kind: 'least' | 'usual') =>
      rungs.map(([s, r]) => this.ladder.waiting(day, u, s, r, Ladder.interval(s, kind)))
    const least = Array.from({ length: UNITS_N }, (_, u) => waiting(u, 'least'))
    const caps = least.map((w) => w.reduce((a, b) => a + b, 0))
    const { parts, left } = apportion(total, shares, this.#owed.later, caps)
    parts.forEach((n, u) => {
      if (n === 0) return
      const due = waiting(u, 'usual')
      const byDue = split(Math.min(n, sumOf(due)), due)
      const early = least[u]!.map((w, i) => w - byDue[i]!)
      const byEarly = split(n - sumOf(byDue), early)
      rungs.forEach(([s, r], i) => this.#give(day, u, s, r, byDue[i]! + byEarly[i]!))
    })
    return total - left
  }

  #extras(day: number, total: number, shares: Float64Array): number {
    if (total === 0) return 0
    const waiting = Array.from({ length: UNITS_N }, (_, u) =>
      Ladder.EXTRA.map((s) => this.ladder.waiting(day, u, s, RUNG.extra, Ladder.interval(s, 'extra'))),
    )
    const { parts, left } = apportion(total, shares, this.#owed.extra, waiting.map(sumOf))
    parts.forEach((n, u) => {
      const byStream = split(n, waiting[u]!)
      Ladder.EXTRA.forEach((s, i) => this.#give(day, u, s, RUNG.extra, byStream[i]!))
    })
    return total - left
  }

  /** Lets `persons` climb, and splits them over the products allowed on that rung. */
  #give(day: number, unit: number, stream: number, rung: number, persons: number): void {
    if (persons === 0) return
    this.ladder.climb(day, unit, stream, rung, persons)
    const slots = slotsOf(stream, rung)
    const mix = MIXES[`${STREAMS[stream]!}.${rung === RUNG.extra ? 'extra' : 'second'}`]
    const shares = slots.length === 1 || !mix ? [1] : atDay(mix, day)
    const owed = this.#owed.mixes[(unit * STREAMS.length + stream) * RUNGS + rung]!
    const { parts } = apportion(persons, shares, owed)
    slots.forEach((slot, i) => (this.counts[(day * UNITS_N + unit) * SLOTS_N + slot] = parts[i] ?? 0))
  }

  #closeDay(day: number): void {
    const row = UNITS_N * PRODUCTS_N
    this.used.copyWithin((day + 1) * row, day * row, (day + 1) * row)
    for (let unit = 0; unit < UNITS_N; unit++)
      for (let slot = 0; slot < SLOTS_N; slot++)
        this.used[(day + 1) * row + unit * PRODUCTS_N + SLOTS[slot]!.product]! += this.at(day, unit, slot)
  }
}

const clamp = (x: number, low: number, high: number): number => Math.min(Math.max(x, low), high)
const sumOf = (a: ArrayLike<number>): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]!
  return sum
}
