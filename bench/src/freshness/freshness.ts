import { setTimeout as sleep } from 'node:timers/promises'
import { round, type Say, spread, surroundings } from '../figures.js'
import { doseBatches, type DoseBatch } from '../load/batches.js'
import { SOURCE } from '../load/doses.js'
import { fillDoses, fillFacilities } from '../load/fill.js'
import { sendAll } from '../load/send.js'
import { onStore, type Services, type Store, withServices } from '../machine/machine.js'
import { openViewer } from './client.js'

export interface FreshnessOptions {
  /** Events a second. */
  rate: number
  seconds: number
  batch: number
  /** Doses in the store before. */
  doses: number
}
export const FRESHNESS_DEFAULTS: FreshnessOptions = { rate: 1_000, seconds: 60, batch: 100, doses: 1_000_000 }

/** Batches at their time; one that is late is sent at once. */
async function* paced(batches: Iterable<DoseBatch>, everyMs: number): AsyncGenerator<DoseBatch> {
  const begun = performance.now()
  let n = 0
  for (const batch of batches) {
    const wait = begun + n++ * everyMs - performance.now()
    if (wait > 0) await sleep(wait)
    yield batch
  }
}

/**
 * Sends one batch at a time, so that they are counted in the order in which they were accepted: the figure on the screen
 * then says which of them it contains.
 */
async function measure(store: Store, services: Services, o: FreshnessOptions, say: Say): Promise<number[]> {
  const waiting: { total: number; acceptedAt: number }[] = []
  const ms: number[] = []
  let shownTotal = -1
  const viewer = await openViewer(services.dashboard!, store.data, (doses) => {
    const now = performance.now()
    shownTotal = doses
    while (waiting[0] && waiting[0].total <= doses) ms.push(now - waiting.shift()!.acceptedAt)
  })
  const tick = setInterval(() => say(`${ms.length} batches shown, ${waiting.length} on their way`), 5_000)
  try {
    for (const limit = performance.now() + 30_000; viewer.doses() !== o.doses; await sleep(50))
      if (performance.now() > limit) throw new Error(`the screen shows ${viewer.doses()}, not ${o.doses}`)
    let total = o.doses
    const n = Math.ceil((o.rate * o.seconds) / o.batch)
    const batches = paced(doseBatches(o.doses, o.batch, 0, n), (1_000 * o.batch) / o.rate)
    await sendAll(services, batches, 1, (batch) => {
      total += batch.fresh
      // the screen may have been faster than the answer to the sender
      if (shownTotal >= total) ms.push(0)
      else waiting.push({ total, acceptedAt: performance.now() })
    })
    for (const limit = performance.now() + 30_000; waiting.length > 0; await sleep(50))
      if (performance.now() > limit) throw new Error(`${waiting.length} batches never came to the screen`)
    return ms
  } finally {
    clearInterval(tick)
    viewer.close()
  }
}

/** Time from the 202 of a batch until a Socket.IO client has received the delta that contains it. */
export async function runFreshness(o: FreshnessOptions, say: Say) {
  return onStore(async (store) => {
    await fillFacilities(store.warehouse)
    await fillDoses(store.warehouse, o.doses, say)
    const begun = performance.now()
    const ms = await withServices(store, { source: SOURCE, live: true }, (services) =>
      measure(store, services, o, say),
    )
    return {
      bench: 'freshness',
      ...surroundings(),
      ...o,
      batches: ms.length,
      tookSeconds: round((performance.now() - begun) / 1_000),
      ms: spread(ms),
    }
  })
}
