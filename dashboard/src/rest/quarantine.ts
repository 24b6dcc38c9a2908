import type { EventType, RejectionCode } from '@mcc/contract'
import { z } from 'zod'
import { request, type Answer } from './request.js'

const PATH = '/api/v1/quarantine'
const line = z.object({
  id: z.string(),
  batch: z.string(),
  line: z.number(),
  source: z.string(),
  type: z.string(),
  path: z.string(),
  code: z.string(),
  message: z.string(),
  receivedAt: z.string(),
  status: z.string(),
  by: z.string(),
  reason: z.string(),
  outcome: z.string(),
})
/** A record that was not counted: where in its batch, which field, why, and what was done about it. */
export type HeldLine = z.infer<typeof line>
const reasonCount = z.object({ code: z.string(), status: z.string(), records: z.number() })
export type ReasonCount = z.infer<typeof reasonCount>
/** `reasons` are of all codes and statuses, whichever the lines are narrowed to. */
export const heldPage = z.object({ lines: z.array(line), reasons: z.array(reasonCount) })
export type HeldPage = z.infer<typeof heldPage>
export const heldRecord = line.extend({ body: z.string() })
export const heldRecordPath = (id: string): string => `${PATH}/${encodeURIComponent(id)}`

/** What narrows the records; `to` (ISO 8601) keeps out what came in later. */
export interface HeldFilter {
  code?: RejectionCode | undefined
  source?: string | undefined
  type?: EventType | undefined
  to?: string | undefined
}
export interface HeldAsked extends HeldFilter {
  status?: string | undefined
  limit: number
  offset: number
}

export function heldPath(asked: HeldAsked): string {
  const said = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '')
  return `${PATH}?${new URLSearchParams(said.map(([name, value]) => [name, String(value)]))}`
}

/** Which open records: some by name, or all that pass a filter. */
export type Which = { ids: string[] } | { filter: HeldFilter }
export type Settling = 'release' | 'discard'
const settled = z.object({ records: z.number() })

/** Asks for open records to be checked again and counted, or gives them up; `reason` goes on record. Answers how many. */
export const settle = (what: Settling, which: Which, reason: string): Promise<Answer<{ records: number }>> =>
  request(settled, `${PATH}/${what}`, { method: 'POST', body: { ...which, reason } })

const settlement = z.object({
  status: z.string(),
  by: z.string(),
  reason: z.string(),
  records: z.number(),
  stored: z.number(),
  duplicate: z.number(),
  superseded: z.number(),
  lastAt: z.string(),
})
/** Records settled by one person for one reason, and what became of them; `lastAt` is real time. */
export type Settlement = z.infer<typeof settlement>
export const settlements = z.object({ settlements: z.array(settlement) })
export const SETTLEMENTS_PATH = `${PATH}/settlements?limit=100`
