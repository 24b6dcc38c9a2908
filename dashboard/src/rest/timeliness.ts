import { z } from 'zod'

const unit = z.object({
  unit: z.string(),
  sameDay: z.number(),
  nextDay: z.number(),
  days2to3: z.number(),
  days4to7: z.number(),
  later: z.number(),
})
/** Net doses that became known in the window, by the days from giving to knowing. */
export type UnitTimeliness = z.infer<typeof unit>
const source = z.object({ source: z.string(), records: z.number(), p50: z.number(), p95: z.number() })
/** Milliseconds from giving to knowing: median and 95 %. */
export type SourceTimeliness = z.infer<typeof source>
export const timeliness = z.object({
  asOf: z.string(),
  from: z.string(),
  units: z.array(unit),
  sources: z.array(source),
})
export type Timeliness = z.infer<typeof timeliness>

/** Of doses known in the last `days` days (Asia/Ho_Chi_Minh), live or as it was at a past moment. */
export const timelinessPath = (days: number, at: string | undefined): string =>
  `/api/v1/timeliness?${new URLSearchParams({ days: String(days), ...(at !== undefined && { at }) })}`
