/**
 * Known times: strictly rising milliseconds, so that an answer once given for a moment never changes.
 * On a real store they follow the wall clock, on an exercise the receiving times of its batches (decision 0003).
 */
export interface Stamps {
  /** The known time of the next batch. */
  next(receivedAt: number): number
  /** Everything known up to this instant is in the store, provided nothing is being worked on. */
  settled(): number
}

export function makeStamps(newest: number, exercise: boolean, now: () => number): Stamps {
  let last = newest
  return {
    next(receivedAt) {
      last = Math.max(last + 1, exercise ? receivedAt : now())
      return last
    },
    settled() {
      // with nothing under way every later stamp will be larger than now
      if (!exercise) last = Math.max(last, now())
      return last
    },
  }
}
