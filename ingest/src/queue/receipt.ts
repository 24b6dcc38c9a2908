import { EVENT_TYPES } from '@mcc/contract'
import { type Receipt, typeOfKey } from '@mcc/warehouse'
import { z } from 'zod'
import type { Batch } from './batch.js'

/** A receipt as it lies in the stream. */
export const receipt = z.object({
  batch: z.string(),
  source: z.string(),
  receivedAt: z.int(),
  acceptedAt: z.int(),
  records: z.record(z.string(), z.int()),
})

const types: ReadonlySet<string> = new Set(EVENT_TYPES)

/** What the gateway says it accepted: every line of the batch, refused ones too; `now` is real time, epoch ms. */
export function receiptOf({ batch, source, receivedAt, lines, refused }: Batch, now: number): Receipt {
  const records: Record<string, number> = {}
  const add = (type: string): void => {
    records[type] = (records[type] ?? 0) + 1
  }
  for (const { entry } of lines) add(typeOfKey(entry.key))
  for (const { type } of refused) add(types.has(type) ? type : '')
  return { batch, source, receivedAt, acceptedAt: now, records }
}
