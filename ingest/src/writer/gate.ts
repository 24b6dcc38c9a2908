import { setTimeout as sleep } from 'node:timers/promises'

/** What may happen only while nothing is being counted: new work waits outside until it is done. */
export interface Gate {
  isOpen(): boolean
  /** Resolves when the gate is open; work that passed before is finished before anybody has it quiet. */
  passed(): Promise<void>
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
  const passed = async (): Promise<void> => {
    while (closed) await closed.catch(() => undefined)
  }
  return {
    isOpen: () => closed === undefined,
    passed,
    async quietly(act) {
      await passed()
      const run = alone(act)
      closed = run
      try {
        return await run
      } finally {
        closed = undefined
      }
    },
  }
}
