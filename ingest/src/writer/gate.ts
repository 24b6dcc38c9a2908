import { setTimeout as sleep } from 'node:timers/promises'

/** What may happen only while nothing is being counted: new work waits outside until it is done. */
export interface Gate {
  isOpen(): boolean
  /**
   * Calls `enter` as soon as the gate is open, in the same turn in which it was seen open: whoever asked and then came in
   * a turn later would be inside with somebody who has it quiet. Work that entered is finished before anybody has it quiet.
   */
  through<T>(enter: () => T | Promise<T>): Promise<T>
  /** Closes the gate, waits until nothing is under way, acts, and opens it again. One at a time. */
  quietly<T>(act: () => Promise<T>): Promise<T>
}

/** `idle` says whether nothing waits and nothing is being worked on. */
export function makeGate(idle: () => boolean): Gate {
  let closed: Promise<unknown> | undefined
  async function alone<T>(act: () => Promise<T>): Promise<T> {
    while (!idle()) await sleep(10)
    return act()
  }
  async function through<T>(enter: () => T | Promise<T>): Promise<T> {
    while (closed) await closed.catch(() => undefined)
    return enter()
  }
  return {
    isOpen: () => closed === undefined,
    through,
    quietly: (act) =>
      through(() => {
        const run = alone(act).finally(() => (closed = undefined))
        closed = run
        return run
      }),
  }
}
