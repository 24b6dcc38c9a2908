import { type AnyEvent, REJECTIONS } from '@mcc/contract'
import { z } from 'zod'

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

/** One accepted batch: the payload of one BullMQ job. Its events were checked by the gateway against the contract. */
export const batchJob = z.object({
  batch: z.string(),
  source: z.string(),
  /** When the gateway accepted it, epoch ms; the exercise's clock on an exercise store. */
  receivedAt: z.int(),
  events: z.array(
    z.object({ line: z.int(), event: z.custom<AnyEvent>((e) => typeof e === 'object' && e !== null) }),
  ),
  refused: z.array(refusedLine),
})
export type BatchJob = z.infer<typeof batchJob>
