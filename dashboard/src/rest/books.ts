import { z } from 'zod'

const counts = {
  received: z.number(),
  stored: z.number(),
  duplicate: z.number(),
  superseded: z.number(),
  quarantined: z.number(),
  inFlight: z.number(),
  unexplained: z.number(),
}
const bookHour = z.object({ source: z.string(), from: z.string(), to: z.string(), ...counts })
/** What a source sent in an hour of receiving and what became of it; `unexplained` should be 0. */
export type BookHour = z.infer<typeof bookHour>
const manifest = z.object({
  source: z.string(),
  type: z.string(),
  from: z.string(),
  to: z.string(),
  postedAt: z.string(),
  records: z.number(),
  received: z.number(),
  difference: z.number(),
})
/** What a source says it sent beside what was received; `difference` = received − sent. */
export type Manifest = z.infer<typeof manifest>
export const accounting = z.object({
  from: z.string(),
  to: z.string(),
  hours: z.array(bookHour),
  manifests: z.array(manifest),
})

/** The books from a moment (ISO 8601) to the newest by the data. */
export const accountingPath = (from: string): string => `/api/v1/accounting?${new URLSearchParams({ from })}`

const incident = z.object({ id: z.string(), at: z.string(), subject: z.string(), differing: z.number() })
/** A difference that a recount found and healed; `at` is real time. */
export type Incident = z.infer<typeof incident>
export const incidents = z.object({ incidents: z.array(incident) })
export const INCIDENTS_PATH = '/api/v1/incidents?limit=100'

export const incidentExamples = z.object({
  incidents: z.array(z.object({ examples: z.array(z.record(z.string(), z.unknown())) })),
})
export const incidentPath = (id: string): string => `/api/v1/incidents/${encodeURIComponent(id)}`
