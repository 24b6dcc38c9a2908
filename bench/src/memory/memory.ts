import { round, type Say, surroundings } from '../figures.js'
import { doseBatches, type DoseBatch } from '../load/batches.js'
import { SOURCE } from '../load/doses.js'
import { fillDoses, fillFacilities } from '../load/fill.js'
import { sendAll } from '../load/send.js'
import { onStore, withServices } from '../machine/machine.js'
import { counted } from '../machine/metrics.js'
import { largest, slopes, watchMemory } from '../machine/watch.js'

export interface MemoryOptions {
  minutes: number
  /** Doses in the store before. */
  doses: number
  batch: number
  inFlight: number
}
export const MEMORY_DEFAULTS: MemoryOptions = { minutes: 10, doses: 1_000_000, batch: 2_000, inFlight: 4 }

function* until(batches: Iterable<DoseBatch>, end: number): Generator<DoseBatch> {
  for (const batch of batches) {
    if (performance.now() > end) return
    yield batch
  }
}

/** Resident memory of every process while events come as fast as they are taken; the slope is that of the second half. */
export async function runMemory(o: MemoryOptions, say: Say) {
  return onStore(async (store) => {
    await fillFacilities(store.warehouse)
    await fillDoses(store.warehouse, o.doses, say)
    return withServices(store, { source: SOURCE, live: true }, async (services) => {
      const watch = watchMemory(() => services.pids)
      const begun = performance.now()
      const tick = setInterval(() => {
        const mb = Object.entries(watch.samples.at(-1)?.mb ?? {}).map(([n, v]) => `${n} ${v}`)
        say(`${round((performance.now() - begun) / 60_000)} min, MB: ${mb.join(', ')}`)
      }, 15_000)
      try {
        const batches = doseBatches(o.doses, o.batch, 0.02)
        await sendAll(services, until(batches, begun + o.minutes * 60_000), o.inFlight)
      } finally {
        clearInterval(tick)
        watch.end()
      }
      const seconds = (performance.now() - begun) / 1_000
      const events = await counted(services.writer)
      return {
        bench: 'memory',
        ...surroundings(),
        minutes: round(seconds / 60),
        eventsPerSecond: Math.round(events / seconds),
        maxMb: largest(watch.samples),
        slopeMbPerMinute: slopes(watch.samples.slice(Math.floor(watch.samples.length / 2))),
      }
    })
  })
}
