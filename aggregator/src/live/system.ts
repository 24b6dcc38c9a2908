import {
  dayOf,
  type Figure,
  type Health,
  isNumber,
  startOfDay,
  type SystemState,
  unknown,
  WRITER_KEY,
} from '@mcc/contract'
import { accountedSince, lastAccounted, openQuarantine, type Warehouse } from '@mcc/warehouse'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { lookAtQueue } from './queue.js'

/** The writer says each second that it lives; silent for longer it is held to be down. */
const WRITER_SILENT_MS = 4_000
const PATIENCE_MS = 2_000
/** Counts of the store are asked less often than whether it lives, and are old after three askings without answer. */
const COUNTS_MS = 3_000
const COUNTS_OLD_MS = 3 * COUNTS_MS

const writerWord = z.object({
  watermark: z.coerce.number().optional(),
  seq: z.coerce.number().optional(),
  aliveAt: z.coerce.number().optional(),
})
export type WriterWord = z.infer<typeof writerWord>

interface Counts {
  at: number
  accounting: SystemState['accounting']
  quarantineOpen: Figure
  countedAt: SystemState['countedAt']
}

/** The machine as one look found it; `word` is the writer's last word and `queued` batches, undefined when Redis is away. */
export interface Look {
  system: Omit<SystemState, 'behind'>
  word: WriterWord | undefined
  queued: number | undefined
  counts: Counts | undefined
}

interface Stores {
  warehouse: Warehouse
  /** Address of the engine; it is asked outside the client's pool, which a frozen engine would fill. */
  engineUrl: string
  redis: Redis
}

/** Gives up after a while: a frozen process keeps its sockets open. Undefined when it fails or takes too long. */
async function orAway<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS)
  })
  try {
    return await Promise.race([work, tooLong])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

async function readCounts(warehouse: Warehouse, now: number, clock: number): Promise<Counts | undefined> {
  const [[accounted], [last], [quarantine]] = await Promise.all([
    accountedSince(warehouse, { sinceMs: startOfDay(dayOf(clock)) }),
    lastAccounted(warehouse, {}),
    openQuarantine(warehouse, {}),
  ])
  if (!accounted || !last || !quarantine) return undefined
  const countedAt = last.at > 0 ? new Date(last.at).toISOString() : null
  return { at: now, accounting: accounted, quarantineOpen: quarantine.open, countedAt }
}

async function pingEngine(url: string): Promise<boolean> {
  try {
    const answer = await fetch(new URL('/ping', url), { signal: AbortSignal.timeout(PATIENCE_MS) })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}

/** What waits in quarantine: as last counted when the store does not answer any more. */
function quarantineOf(known: Counts | undefined, engineUp: boolean, now: number): Figure {
  if (known === undefined) return unknown('engine-away')
  const { at, quarantineOpen: open } = known
  if (!isNumber(open) || (engineUp && now - at <= COUNTS_OLD_MS)) return open
  return { no: 'stale', last: open, at: new Date(at).toISOString() }
}

const health = (up: boolean): Health => (up ? 'up' : 'down')
const NOTHING_COUNTED = { received: 0, stored: 0, duplicate: 0, superseded: 0, quarantined: 0 }

function accountingOf(counts: Counts | undefined, inFlight: Figure): SystemState['accounting'] {
  const counted = counts?.accounting ?? NOTHING_COUNTED
  return { ...counted, received: counted.received + (typeof inFlight === 'number' ? inFlight : 0) }
}

/** Looks at engine, queue and writer; `now` is real time, `clock` that of the records (epoch ms). Never rejects. */
export async function lookAtSystem(
  { warehouse, engineUrl, redis }: Stores,
  before: Look | undefined,
  now: number,
  clock: number,
): Promise<Look> {
  const [engineUp, hash, queue] = await Promise.all([
    pingEngine(engineUrl),
    orAway(redis.hgetall(WRITER_KEY)),
    orAway(lookAtQueue(redis)),
  ])
  const due = engineUp && now - (before?.counts?.at ?? 0) >= COUNTS_MS
  const counts = due ? await orAway(readCounts(warehouse, now, clock)) : undefined
  const known = counts ?? before?.counts
  const word = hash && writerWord.parse(hash)
  const inFlight = queue ? queue.records : unknown('redis-away')
  return {
    word,
    queued: queue?.batches,
    counts: known,
    system: {
      engine: health(engineUp),
      redis: health(hash !== undefined),
      writer: health(word?.aliveAt !== undefined && now - word.aliveAt <= WRITER_SILENT_MS),
      inFlight,
      accounting: accountingOf(known, inFlight),
      quarantineOpen: quarantineOf(known, engineUp, now),
      countedAt: known?.countedAt ?? null,
    },
  }
}
