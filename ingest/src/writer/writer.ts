import { setTimeout as sleep } from 'node:timers/promises'
import { QUEUE_NAME } from '@mcc/contract'
import { type Counted, insertsEnded, newestKnownAt, type Warehouse } from '@mcc/warehouse'
import { type Job, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { batchJob } from '../queue/batch.js'
import { type Announcer, makeAnnouncer } from './announce.js'
import { readFacilities } from './facilities.js'
import { makeGrouper } from './group.js'
import type { WriterMetrics } from './metrics.js'
import { makeStamps } from './stamp.js'
import { type Delivery, prepareGroup, workOff } from './work.js'

/** A frozen writer's jobs come back after this long; the defaults of 30 s make a crash last a minute. */
const LOCK_MS = 10_000
const STALLED_MS = 5_000
/** Records in one insert at most. */
const GROUP_RECORDS = 20_000
/** Jobs held at once: enough that a whole next group waits while one is being counted. */
const JOBS_HELD = 128
const WAIT_MS = 50
const ALIVE_MS = 1_000

export interface WriterParts {
  warehouse: Warehouse
  /** Never gives up; BullMQ's worker and the notices use it. */
  redis: Redis
  exercise: boolean
  /** Did the writer before this one end in order? Otherwise everything it may have held is counted again. */
  cleanStart: boolean
  firstSeq: number
  now: () => number
  metrics: WriterMetrics
  log: Logger
}

/** Repeats until the engine takes it; after the first failure the records may be there in part. */
async function insist(
  first: boolean,
  attempt: (again: boolean) => Promise<Counted>,
  parts: WriterParts,
): Promise<Counted> {
  let again = first
  for (let wait = 200; ; wait = Math.min(wait * 2, 3_000)) {
    try {
      return await attempt(again)
    } catch (error) {
      parts.metrics.failed()
      parts.log.error({ err: error }, 'the engine did not take a group; it will be counted again')
      again = true
      await sleep(wait)
    }
  }
}

async function until<T>(attempt: () => Promise<T>, log: Logger, what: string): Promise<T> {
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      log.warn({ err: error }, `waiting for ${what}`)
      await sleep(500)
    }
  }
}

/** Starts the one writer of this store; returns how to end it in order. */
export async function startWriter(parts: WriterParts): Promise<() => Promise<void>> {
  const { warehouse: w, redis, now, log } = parts
  await until(() => insertsEnded(w), log, 'the engine')
  const facilities = await until(() => readFacilities(w), log, 'the engine')
  const stamps = makeStamps(await until(() => newestKnownAt(w), log, 'the engine'), parts.exercise, now)
  const announcer: Announcer = makeAnnouncer(redis, parts.firstSeq)
  // whatever the last writer held comes back within this time; a copy of it may come sooner by another way
  const doubtUntil = parts.cleanStart ? 0 : now() + LOCK_MS + STALLED_MS + 5_000

  async function workGroup(group: Delivery[]): Promise<void> {
    const started = performance.now()
    const prepared = prepareGroup(
      group.map((d) => d.job),
      facilities,
      stamps,
    )
    const counted = await insist(
      group.some((d) => d.again),
      (again) => workOff(w, prepared, again, now()),
      parts,
    )
    const ms = Math.round(performance.now() - started)
    const watermark = stamps.settled()
    parts.metrics.worked(counted, watermark, ms)
    log.debug({ jobs: group.length, records: counted.outcomes.length, rows: counted.rows, ms }, 'counted')
    await announcer.changed(watermark, counted.touched)
  }

  const grouper = makeGrouper<Delivery>({
    work: workGroup,
    weight: (d) => d.job.events.length,
    maxWeight: GROUP_RECORDS,
    waitMs: WAIT_MS,
  })
  const worker = new Worker(
    QUEUE_NAME,
    async (job: Job) => {
      const again = job.stalledCounter > 0 || job.attemptsStarted > 1 || now() < doubtUntil
      await grouper.add({ job: batchJob.parse(job.data), again })
    },
    {
      connection: redis,
      concurrency: JOBS_HELD,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_MS,
      maxStalledCount: 1_000,
      removeOnComplete: { count: 100 },
    },
  )
  worker.on('error', (error) => log.warn({ err: error }, 'queue'))
  worker.on('failed', (job, error) => log.error({ job: job?.id, err: error }, 'job failed'))
  const alive = setInterval(() => {
    announcer.alive(grouper.idle() ? stamps.settled() : undefined, now()).catch(() => undefined)
  }, ALIVE_MS)
  return async () => {
    clearInterval(alive)
    await worker.close()
  }
}
