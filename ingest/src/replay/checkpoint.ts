import { z } from 'zod'
import { JsonFile } from '../sender/checkpoint.js'
import { dayAt } from './calendar.js'
import type { ReplaySettings } from './world/world.js'

const rejectedLine = z.object({
  day: z.string(),
  batch: z.int(),
  line: z.int(),
  path: z.string(),
  code: z.string(),
})
/** A line that the gateway refused, by its place in the replay. */
export type RejectedLine = z.infer<typeof rejectedLine>

const checkpoint = z.object({
  /** The settings of the replay as text: a checkpoint of another replay is refused. */
  replay: z.string(),
  position: z.object({ day: z.string(), batch: z.int().min(0) }).optional(),
  rejected: z.array(rejectedLine),
})
export type Checkpoint = z.infer<typeof checkpoint>

export const checkpointFile = (path: string): JsonFile<Checkpoint> => new JsonFile(path, checkpoint)

/** Same text = same events. */
export const replayName = (s: ReplaySettings): string =>
  `seed ${s.seed}, scale ${s.scale}, ${dayAt(s.from)} to ${dayAt(s.to)}, incidents ${s.incidents.join('+') || 'none'}`
