import { type AnyEvent, REJECTIONS } from '@mcc/contract'
import { type Entry, entryOf } from '@mcc/warehouse'
import { z } from 'zod'
import { entriesFrom, textOf } from './entries-text.js'

/** A record that the gateway refused, on its way into quarantine. */
export const refusedLine = z.object({
  line: z.int(),
  type: z.string(),
  path: z.string(),
  code: z.enum(Object.keys(REJECTIONS) as [keyof typeof REJECTIONS]),
  message: z.string(),
  body: z.string(),
})
export type RefusedLine = z.infer<typeof refusedLine>

/** One accepted batch: the payload of one BullMQ job. */
export const batchJob = z.object({
  batch: z.string(),
  source: z.string(),
  /** When the gateway accepted it, epoch ms; the exercise's clock on an exercise store. */
  receivedAt: z.int(),
  /** Its records as `entries-text` writes them: text, because a queue of objects costs more than all the rest of its way. */
  records: z.string(),
  refused: z.array(refusedLine),
})
export type BatchJob = z.infer<typeof batchJob>

/** A record of a batch, ready to be counted. */
export interface Line {
  /** Line of the request, from 1. */
  line: number
  /** The facility that must be registered before it counts; empty where none need be. */
  needs: string
  entry: Entry
}

/** A batch as the writer works it off. */
export interface Batch extends Omit<BatchJob, 'records'> {
  lines: Line[]
}

const needsOf = (event: AnyEvent): string =>
  event.op === 'upsert' && (event.type === 'dose' || event.type === 'session') ? event.facility : ''

/** The line of an event that the contract has accepted. */
export const lineOf = (line: number, event: AnyEvent): Line => ({
  line,
  needs: needsOf(event),
  entry: entryOf(event),
})

/** The payload of a batch. */
export const jobOf = ({ lines, ...rest }: Batch): BatchJob => ({ ...rest, records: textOf(lines) })

/** The batch of a payload. Throws when it is none of ours. */
export function batchOf(data: unknown): Batch {
  const { records, ...rest } = batchJob.parse(data)
  return { ...rest, lines: entriesFrom(records) }
}
