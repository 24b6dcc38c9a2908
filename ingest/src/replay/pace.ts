import { setTimeout as sleep } from 'node:timers/promises'

/** Shorter waits are not worth a timer. */
const LEAST_WAIT_MS = 4

/**
 * Lets items pass at their exercise time: `ms` of the item, at `speed` exercise milliseconds per real one, counted from
 * the first item. Behind schedule (a slow gateway) nothing waits; undefined speed never waits.
 */
export async function* paced<T extends { readonly ms: number }>(
  items: Iterable<T>,
  speed: number | undefined,
  signal: AbortSignal,
  now: () => number = Date.now,
): AsyncGenerator<T> {
  let first: { exercise: number; real: number } | undefined
  for (const item of items) {
    first ??= { exercise: item.ms, real: now() }
    const wait = speed === undefined ? 0 : first.real + (item.ms - first.exercise) / speed - now()
    if (wait > LEAST_WAIT_MS) await sleep(wait, undefined, { signal })
    signal.throwIfAborted()
    yield item
  }
}
