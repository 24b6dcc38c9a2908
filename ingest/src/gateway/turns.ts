import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * Work that holds the event loop, one piece a turn of the loop: between two pieces what has arrived is read. Without it
 * sixteen batches that come together hold the loop for a second, and Redis, which has answered, passes for silent.
 */
export interface Turns {
  /** Resolves, first come first served, when it is the caller's turn; he works before he awaits anything. */
  take(): Promise<void>
}

export function makeTurns(): Turns {
  let last = Promise.resolve()
  return {
    take() {
      last = last.then(() => nextTurn())
      return last
    },
  }
}
