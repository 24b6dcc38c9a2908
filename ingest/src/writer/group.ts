import { setTimeout as sleep } from 'node:timers/promises'

/** One item that waits to be worked off with others. */
interface Waiting<T> {
  item: T
  done: () => void
  failed: (error: unknown) => void
}

export interface GroupOptions<T> {
  /** Worked off one group at a time; resolves when every item of the group is durable. */
  work: (items: T[]) => Promise<void>
  /** Weight of an item (records); a group takes items until `maxWeight`. */
  weight: (item: T) => number
  maxWeight: number
  /** An item alone waits at most this long for company. */
  waitMs: number
}

export interface Grouper<T> {
  /** Resolves when the item's group has been worked off; rejects when it could not be. */
  add(item: T): Promise<void>
  /** Nothing waits and nothing is being worked on. */
  idle(): boolean
}

/**
 * Gathers items into groups: under backlog groups grow, because the price of an insert hardly grows with its rows;
 * without it an item waits `waitMs` at most.
 */
export function makeGrouper<T>(options: GroupOptions<T>): Grouper<T> {
  const waiting: Waiting<T>[] = []
  let busy = false

  function take(): Waiting<T>[] {
    let weight = 0
    let n = 0
    while (
      n < waiting.length &&
      (n === 0 || weight + options.weight(waiting[n]!.item) <= options.maxWeight)
    ) {
      weight += options.weight(waiting[n]!.item)
      n++
    }
    return waiting.splice(0, n)
  }

  async function run(): Promise<void> {
    if (busy) return
    busy = true
    try {
      await sleep(options.waitMs)
      while (waiting.length > 0) {
        const group = take()
        await options.work(group.map((g) => g.item)).then(
          () => group.forEach((g) => g.done()),
          (error: unknown) => group.forEach((g) => g.failed(error)),
        )
      }
    } finally {
      busy = false
    }
  }

  return {
    add(item) {
      return new Promise((done, failed) => {
        waiting.push({ item, done, failed })
        void run()
      })
    },
    idle: () => !busy && waiting.length === 0,
  }
}
