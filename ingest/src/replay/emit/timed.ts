import type { AnyEvent } from '@mcc/contract'

/** An event with the second of the campaign day at which it is sent. */
export interface Timed {
  readonly second: number
  readonly event: AnyEvent
}

/**
 * Things that follow from a day's doses on later days. Each day is worked out once, when it is first needed, so that
 * any day can be made without the days before `horizon`.
 */
export class FollowUps<T> {
  readonly #due = new Map<number, T[]>()
  #workedOut: number

  /** `produce(day, add)` names all that follows from `day`, at most `horizon` days later. */
  constructor(
    private readonly from: number,
    private readonly horizon: number,
    private readonly produce: (day: number, add: (on: number, item: T) => void) => void,
  ) {
    this.#workedOut = from - 1
  }

  /** What is due on `day`; days are asked in rising order. */
  on(day: number): readonly T[] {
    const first = Math.max(this.#workedOut + 1, this.from, day - this.horizon)
    for (let d = first; d <= day; d++)
      this.produce(d, (on, item) => {
        const list = this.#due.get(on)
        if (list) list.push(item)
        else if (on >= day) this.#due.set(on, [item])
      })
    this.#workedOut = Math.max(this.#workedOut, day)
    const due = this.#due.get(day) ?? []
    this.#due.delete(day)
    return due
  }
}
