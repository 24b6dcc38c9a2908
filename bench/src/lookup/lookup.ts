import { readStates, type Warehouse } from '@mcc/warehouse'
import { percentile, round, type Say, surroundings } from '../figures.js'
import { doseId, SOURCE } from '../load/doses.js'
import { fillStates } from '../load/fill.js'
import { onStore } from '../machine/machine.js'

export interface LookupOptions {
  /** Sizes of the present state at which the look-up is timed, rising. */
  sizes: number[]
  batch: number
  repeats: number
}
export const LOOKUP_DEFAULTS: LookupOptions = {
  sizes: [1_000_000, 10_000_000, 50_000_000],
  batch: 2_000,
  repeats: 60,
}

/** Keys of a batch: every second one is held, anywhere in the store; the others are new. */
const keysOf = (held: number, batch: number): string[] =>
  Array.from({ length: batch }, (_, i) => {
    const n = Math.floor(Math.random() * held) + (i % 2 === 0 ? 0 : held)
    return `dose|${SOURCE}|${doseId(n)}`
  })

async function timeLookups(w: Warehouse, held: number, o: LookupOptions): Promise<number[]> {
  const ms: number[] = []
  // the first few find nothing in any cache
  for (let i = -5; i < o.repeats; i++) {
    const keys = keysOf(held, o.batch)
    const begun = performance.now()
    const states = await readStates(w, keys)
    if (i >= 0) ms.push(performance.now() - begun)
    const found = keys.filter((k) => states.has(k)).length
    if (found < o.batch / 2) throw new Error(`${found} of ${o.batch / 2} held keys were found`)
  }
  return ms
}

/** Cost of the present-state look-up of one batch as the store grows; `growth` is last p50 / first p50. */
export async function runLookup(o: LookupOptions, say: Say) {
  return onStore(async ({ warehouse }) => {
    const results: { records: number; p50: number; p95: number }[] = []
    let held = 0
    for (const size of o.sizes) {
      for (const step = Math.min(2_500_000, size); held < size; held += Math.min(step, size - held)) {
        await fillStates(warehouse, held, Math.min(size, held + step))
        say(`${Math.min(size, held + step).toLocaleString('en')} of ${size.toLocaleString('en')} states`)
      }
      const ms = await timeLookups(warehouse, size, o)
      const result = { records: size, p50: round(percentile(ms, 0.5)), p95: round(percentile(ms, 0.95)) }
      say(`${size.toLocaleString('en')} records: p50 ${result.p50} ms, p95 ${result.p95} ms`)
      results.push(result)
    }
    const growth = round(results.at(-1)!.p50 / results[0]!.p50, 2)
    return { bench: 'lookup', ...surroundings(), batch: o.batch, results, growth, withinTwice: growth <= 2 }
  })
}
