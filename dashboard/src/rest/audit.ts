import { z } from 'zod'
import { request, type Answer } from './request.js'

const record = z.object({
  seq: z.number(),
  at: z.string(),
  who: z.string(),
  role: z.string(),
  scope: z.string(),
  action: z.string(),
  filter: z.record(z.string(), z.union([z.string(), z.number()])),
  rows: z.number(),
  outcome: z.enum(['answered', 'denied']),
})
/** A look at lines of persons, or an act; `at` is ISO 8601 in UTC, `scope` a province code or `nation`. */
export type AuditRecord = z.infer<typeof record>
const whole = z.object({
  records: z.number(),
  broken: z.number().nullable(),
  people: z.array(z.string()),
  actions: z.array(z.string()),
})
/** What all records say, whatever the filter; `broken` is the place of the first that was tampered with. */
export type AuditWhole = z.infer<typeof whole>
const page = z.object({
  at: z.string(),
  records: z.array(record),
  next: z.string().nullable(),
  whole: whole.optional(),
})
export type AuditPage = z.infer<typeof page>

/** Days are `YYYY-MM-DD` in Asia/Ho_Chi_Minh, the last one included. */
export interface AuditFilter {
  who?: string | undefined
  action?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** A page of the audit, newest first; `before` is `next` of the page before. Only the first says what all records say. */
export function auditPage(filter: AuditFilter, limit: number, before?: string): Promise<Answer<AuditPage>> {
  const asked = new URLSearchParams({ limit: String(limit) })
  for (const [name, value] of Object.entries({ ...filter, before }))
    if (value !== undefined) asked.set(name, String(value))
  return request(page, `/api/v1/audit?${asked}`)
}
