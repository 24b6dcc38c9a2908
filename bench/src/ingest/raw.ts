import { anyEvent } from '@mcc/contract'
import {
  applyFresh,
  incoming,
  insertSigned,
  readStates,
  type SignedRow,
  type Warehouse,
} from '@mcc/warehouse'
import { doseBatches } from '../load/batches.js'
import { round, type Say } from '../figures.js'

export interface RawRate {
  rowsPerInsert: number
  connections: number
  rowsPerSecond: number
}

/** The rows that the writer would insert for `events` further events, prepared beforehand. */
export async function prepareRows(
  w: Warehouse,
  held: number,
  events: number,
  corrections: number,
): Promise<SignedRow[]> {
  const size = Math.min(2_000, events)
  const rows: SignedRow[] = []
  for (const batch of doseBatches(held, size, corrections, Math.ceil(events / size))) {
    const now = Date.now()
    const records = batch.body
      .split('\n')
      .map((line) =>
        incoming(anyEvent.parse(JSON.parse(line)), { batch: 'raw', receivedAt: now, knownAt: now }),
      )
    const states = await readStates(
      w,
      records.map((r) => r.entry.key),
    )
    rows.push(...applyFresh(records, states).rows)
  }
  return rows
}

/** Inserts prepared rows as the writer does, `rowsPerInsert` at a time over so many connections; nothing else runs. */
async function rawRate(
  w: Warehouse,
  rows: readonly SignedRow[],
  rowsPerInsert: number,
  connections: number,
): Promise<RawRate> {
  let at = 0
  const insertOn = async (): Promise<void> => {
    while (at < rows.length) {
      const part = rows.slice(at, (at += rowsPerInsert))
      await insertSigned(w, part)
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: connections }, insertOn))
  const seconds = (performance.now() - begun) / 1_000
  return { rowsPerInsert, connections, rowsPerSecond: Math.round(rows.length / seconds) }
}

/**
 * Rates over several batch sizes and one or two connections; the best is the engine's own limit on this machine. Each is
 * measured from rest: what the one before left to be merged would make the engine alone look slow, and the pipe good.
 */
export async function rawRates(
  w: Warehouse,
  rows: readonly SignedRow[],
  sizes: readonly number[],
  rest: () => Promise<void>,
  say: Say,
): Promise<RawRate[]> {
  const rates: RawRate[] = []
  for (const size of sizes.filter((s) => s <= rows.length))
    for (const connections of [1, 2]) {
      await rest()
      const rate = await rawRate(w, rows, size, connections)
      say(
        `engine alone, ${size} rows an insert, ${connections} connection(s): ${round(rate.rowsPerSecond, 0)} rows/s`,
      )
      rates.push(rate)
    }
  return rates
}
