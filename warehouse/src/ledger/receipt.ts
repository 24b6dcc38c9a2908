import type { Warehouse } from '../connect.js'
import { utc } from './utc.js'

/** What the gateway accepted in one batch. `receivedAt` is the batch's own clock, `acceptedAt` real time; epoch ms. */
export interface Receipt {
  batch: string
  source: string
  receivedAt: number
  acceptedAt: number
  /** Lines by event type; '' for lines whose type is not known. */
  records: Record<string, number>
}

/** Keeps receipts in the engine; one kept twice counts once. */
export async function writeReceipts(w: Warehouse, receipts: readonly Receipt[]): Promise<void> {
  const values = receipts.flatMap(({ batch, source, receivedAt, acceptedAt, records }) =>
    Object.entries(records).map(([type, n]) => ({
      batch,
      source,
      type,
      received_at: utc(receivedAt),
      records: n,
      accepted_at: utc(acceptedAt),
    })),
  )
  if (values.length > 0) await w.ch.insert({ table: 'receipt', values, format: 'JSONEachRow' })
}
