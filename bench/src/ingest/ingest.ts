import { type Say, round, surroundings } from '../figures.js'
import { doseBatches } from '../load/batches.js'
import { fillDoses, fillFacilities } from '../load/fill.js'
import { sendAll } from '../load/send.js'
import { SOURCE } from '../load/doses.js'
import { type Services, onStore, type Store, withServices } from '../machine/machine.js'
import { counted, untilCounted } from '../machine/metrics.js'
import { untilAtRest } from '../machine/processes.js'
import { numberOf } from '../machine/sql.js'
import { prepareRows, rawRates, type RawRate } from './raw.js'
import { readUsage, type Shares, sharesBetween } from './shares.js'

export interface IngestOptions {
  /** Doses in the store before anything is measured. */
  doses: number
  /** Events sent. */
  events: number
  batch: number
  corrections: number
  inFlight: number
  /** Rows that the engine is given alone. */
  rawRows: number
}
export const INGEST_DEFAULTS: IngestOptions = {
  doses: 5_000_000,
  events: 600_000,
  batch: 2_000,
  corrections: 0.02,
  inFlight: 8,
  rawRows: 400_000,
}

interface Measured extends Shares {
  seconds: number
  events: number
}

/** From the first post until the last event is in the roll-ups and its batch acknowledged. */
async function measure(services: Services, o: IngestOptions, say: Say): Promise<Measured> {
  // what starts up is not measured
  const warm = Math.max(1, Math.round((o.events * 0.05) / o.batch))
  const all = doseBatches(o.doses, o.batch, o.corrections, Math.ceil(o.events / o.batch) + warm)
  const take = function* (n: number) {
    for (let i = 0; i < n; i++) yield all.next().value!
  }
  await sendAll(services, take(warm), o.inFlight)
  await untilCounted(services.writer, warm * o.batch)
  const bodies = [...all]
  const events = bodies.length * o.batch
  const before = await readUsage(services)
  const tick = setInterval(() => {
    void counted(services.writer).then((n) => say(`${n.toLocaleString('en')} events counted`))
  }, 5_000)
  try {
    await sendAll(services, bodies, o.inFlight)
    await untilCounted(services.writer, warm * o.batch + events)
  } finally {
    clearInterval(tick)
  }
  const after = await readUsage(services)
  return { seconds: (after.at - before.at) / 1_000, events, ...sharesBetween(before, after, events) }
}

/** The doses that the roll-up must show: those filled in and every new one; corrections change none. */
async function assertExact(store: Store, o: IngestOptions): Promise<void> {
  const warm = Math.max(1, Math.round((o.events * 0.05) / o.batch))
  const batches = doseBatches(o.doses, o.batch, o.corrections, Math.ceil(o.events / o.batch) + warm)
  let expected = o.doses
  for (const b of batches) expected += b.fresh
  for (const table of ['dose_day', 'dose_place', 'dose_group', 'dose_known']) {
    const n = await numberOf(store.warehouse, `SELECT sum(doses) AS n FROM ${table}`)
    if (n !== expected) throw new Error(`${table} shows ${n} doses, ${expected} were sent`)
  }
}

const rateOf = (rates: readonly RawRate[], like: number): RawRate =>
  rates.reduce((best, r) =>
    r.connections === 1 && Math.abs(r.rowsPerInsert - like) < Math.abs(best.rowsPerInsert - like) ? r : best,
  )

/**
 * Sustained events/s from HTTP accept to roll-up on a filled store, beside what the same engine does with the same prepared
 * rows, the same views and the same batch size, and at its best. Throws when a roll-up is not exact.
 */
export async function runIngest(o: IngestOptions, say: Say) {
  return onStore(async (store) => {
    await fillFacilities(store.warehouse)
    await fillDoses(store.warehouse, o.doses, say)
    say('waiting for the engine to rest')
    await untilAtRest(store.engine.process.pid!)
    const m = await withServices(store, { source: SOURCE }, (services) => measure(services, o, say))
    const eventsPerSecond = m.events / m.seconds
    say(`${Math.round(eventsPerSecond)} events/s end to end; checking the roll-ups`)
    await assertExact(store, o)
    const next = o.doses + Math.ceil(o.events / o.batch) * o.batch * 2
    const rows = await prepareRows(store.warehouse, next, o.rawRows, o.corrections)
    const sizes = [m.groupRecords, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000]
    const rest = (): Promise<void> => untilAtRest(store.engine.process.pid!)
    const rates = await rawRates(store.warehouse, rows, sizes, rest, say)
    const same = rateOf(rates, m.groupRecords)
    const best = rates.reduce((a, b) => (b.rowsPerSecond > a.rowsPerSecond ? b : a))
    return {
      bench: 'ingest',
      ...surroundings(),
      dosesHeld: o.doses,
      events: m.events,
      seconds: round(m.seconds),
      eventsPerSecond: Math.round(eventsPerSecond),
      engineRowsPerSecond: same.rowsPerSecond,
      engineRowsPerInsert: same.rowsPerInsert,
      engineBestRowsPerSecond: best.rowsPerSecond,
      engineBest: { rowsPerInsert: best.rowsPerInsert, connections: best.connections },
      ratio: round(eventsPerSecond / same.rowsPerSecond, 2),
      ratioBest: round(eventsPerSecond / best.rowsPerSecond, 2),
      exact: true,
      groupRecords: m.groupRecords,
      engineBusy: m.engineBusy,
      cores: m.cores,
    }
  })
}
