import { z } from 'zod'

export const REASONS = [
  'late-entry',
  'same-day-entry',
  'correction',
  'verification',
  'void',
  'restored',
  'duplicate',
] as const

const change = z.object({ change: z.number(), added: z.number(), removed: z.number(), records: z.number() })
const batch = z.object({
  batch: z.string(),
  source: z.string(),
  receivedAt: z.string(),
  knownAt: z.string(),
  change: z.number(),
  records: z.number(),
})
const cell = z.object({
  day: z.string(),
  unit: z.string(),
  product: z.string(),
  doseNo: z.number(),
  series: z.string(),
  change: z.number(),
  reasons: z.array(
    change.extend({ reason: z.enum(REASONS), batchCount: z.number(), batches: z.array(batch) }),
  ),
})
/** A cell of a closed day whose doses changed, with the reasons and the batches behind them. */
export type RestatedCell = z.infer<typeof cell>
export const restatements = z.object({
  from: z.string(),
  to: z.string(),
  closedDay: z.string(),
  totals: change.extend({
    cells: z.number(),
    cellsChanged: z.number(),
    byReason: z.record(z.enum(REASONS), change),
  }),
  cells: z.array(cell),
  nextOffset: z.number().nullable(),
})
export type Restatements = z.infer<typeof restatements>

/** Cells on a page. */
export const CELLS = 20

interface Asked {
  /** Moments of knowing, ISO 8601. */
  from: string
  to: string
  unit: string | undefined
  offset: number
}
export const restatementsPath = ({ from, to, unit, offset }: Asked): string =>
  `/api/v1/restatements?${new URLSearchParams({
    from,
    to,
    ...(unit !== undefined && { unit }),
    limit: String(CELLS),
    offset: String(offset),
  })}`
