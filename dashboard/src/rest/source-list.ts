import { z } from 'zod'

const source = z.object({
  name: z.string(),
  keys: z.array(z.object({ id: z.string(), createdAt: z.string(), revokedAt: z.string().optional() })),
  lastHeardAt: z.string().nullable(),
  received: z.number(),
  refused: z.number(),
  held: z.number(),
})
/** A source: its keys, when it was last heard (by the clock of the records), its records of `today`, and what is held. */
export type SourceLine = z.infer<typeof source>
export const sourceList = z.object({ today: z.string(), sources: z.array(source) })
export const SOURCES_PATH = '/api/v1/sources'
