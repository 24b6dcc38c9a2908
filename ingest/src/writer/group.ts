import { setTimeout as sleep } from 'node:timers/promises'

/** One item that waits to be worked off with others. */
interface Waiting<T> {
  item: T
  done: () => void
  failed: (error: unknown) => void
}

export interface GroupOptions<T, P> {
  /** Made ready while the group before is still being worked off; `before` is that group. */
  prepare: (items: T[], before: P | undefined) => Promise<P>
  /** Worked off one group at a time; resolves when every item of the group is durable. */
  work: (prepared: P) => Promise<void>
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

/** A group on its way: the items that wait for it, and what was made ready. */
interface Group<T, P> {
  members: Waiting<T>[]
  prepared: Promise<P>
}

/**
 * Gathers items into groups: under backlog groups grow, because the price of an insert hardly grows with its rows;
 * without it an item waits `waitMs` at most. The next group is prepared while one is worked off.
 */
export function makeGrouper<T, P>(options: GroupOptions<T, P>): Grouper<T> {
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

  function begin(before: P | undefined): Group<T, P> | undefined {
    const members = take()
    if (members.length === 0) return undefined
    const prepared = options.prepare(
      members.map((m) => m.item),
      before,
    )
    // it is awaited only after the group before it
    prepared.catch(() => undefined)
    return { members, prepared }
  }

  async function run(): Promise<void> {
    if (busy) return
    busy = true
    try {
      await sleep(options.waitMs)
      let group = begin(undefined)
      while (group) {
        const { members, prepared } = group
        let next: Group<T, P> | undefined
        try {
          const ready = await prepared
          next = begin(ready)
          await options.work(ready)
          for (const m of members) m.done()
        } catch (error) {
          for (const m of members) m.failed(error)
        }
        group = next ?? begin(undefined)
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
