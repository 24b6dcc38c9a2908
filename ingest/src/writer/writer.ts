import { setTimeout as sleep } from 'node:timers/promises'
import { QUEUE_NAME } from '@mcc/contract'
import { insertsEnded, mendSince, newestKnownAt, releasable, type Warehouse } from '@mcc/warehouse'
import { type Job, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { batchOf } from '../queue/batch.js'
import { type Announcer, makeAnnouncer } from './announce.js'
import { readFacilities } from './facilities.js'
import { makeGate } from './gate.js'
import { makeGrouper } from './group.js'
import { answerHold, whileHeld } from './hold.js'
import type { WriterMetrics } from './metrics.js'
import { startReconciler } from '../reconcile/schedule.js'
import { Insistence, type Ready } from './ready.js'
import { keepReceipts } from './receipts.js'
import { keepReleasing, releases } from './release.js'
import { makeStamps } from './stamp.js'
import { weightOf } from './weight.js'
import { type Delivery, knownAtOf, prepareGroup, quarantinedBefore } from './work.js'

/** A frozen writer's jobs come back after this long; the defaults of 30 s make a crash last a minute. */
const LOCK_MS = 10_000
const STALLED_MS = 5_000
/** Records in one insert at most. Twice as many give the pipe no more, and every record waits twice as long. */
const GROUP_RECORDS = 8_000
/** Jobs held at once: enough that a whole next group waits while one is being counted. */
const JOBS_HELD = 128
const WAIT_MS = 50
const ALIVE_MS = 1_000

export interface WriterParts {
  warehouse: Warehouse
  /** The same store, for the reconciler's reading of all states. */
  patient: Warehouse
  /** Never gives up; BullMQ's worker and the notices use it. */
  redis: Redis
  exercise: boolean
  /** Did the writer before this one end in order? Otherwise everything it may have held is counted again. */
  cleanStart: boolean
  firstSeq: number
  /** The last watermark that was announced, epoch ms; 0 when Redis knows none. */
  lastWatermark: number
  now: () => number
  metrics: WriterMetrics
  log: Logger
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
  const newest = await until(() => newestKnownAt(w), log, 'the engine')
  // what was called settled may lie after every ledger row: batches that only repeated, or time that passed
  const stamps = makeStamps(Math.max(newest, parts.lastWatermark), parts.exercise, now)
  const ground = { facilities, stamps, exercise: parts.exercise }
  // an empty store has nothing to doubt
  const doubtful = !parts.cleanStart && newest > 0
  if (doubtful) await until(() => mendSince(w, parts.lastWatermark), log, 'the engine')
  const announcer: Announcer = makeAnnouncer(redis, parts.firstSeq)
  const insistence = new Insistence(parts)
  // whatever the last writer held comes back within this time; a copy of it may come sooner by another way
  const doubtUntil = doubtful ? now() + LOCK_MS + STALLED_MS + 5_000 : 0

  async function prepareDeliveries(group: Delivery[], before: Ready | undefined): Promise<Ready> {
    if (group.some((d) => d.again)) {
      const earlier = await until(() => quarantinedBefore(w, group), log, 'the engine')
      return insistence.doubted(prepareGroup(group, ground, earlier))
    }
    return insistence.decided(prepareGroup(group, ground), before)
  }

  // never rejects: the group after it was decided on what this one does
  async function workGroup(ready: Ready): Promise<void> {
    await until(() => whileHeld(redis), log, 'the queue')
    const started = performance.now()
    const counted = await insistence.count(ready)
    ready.done(counted.states)
    const ms = Math.round(performance.now() - started)
    const watermark = knownAtOf(ready.batches)
    parts.metrics.worked(counted, watermark, ms)
    const { rows, outcomes } = counted
    log.debug({ jobs: ready.batches.length, records: outcomes.length, rows, ms }, 'counted')
    reconciler.touched(counted.touched)
    if (counted.left > 0) {
      log.warn({ records: counted.left }, 'the ledger knows later revisions than the states of these records')
      reconciler.doubted()
    }
    // counted is counted; a notice that is lost shows as a gap to those who hear the next
    await announcer
      .changed(watermark, counted.touched)
      .catch((error: unknown) => log.warn({ err: error }, 'a notice was lost'))
  }

  const grouper = makeGrouper<Delivery, Ready>({
    prepare: prepareDeliveries,
    work: workGroup,
    weight: (d) => weightOf(d.job),
    maxWeight: GROUP_RECORDS,
    waitMs: WAIT_MS,
  })
  const gate = makeGate(() => grouper.idle())
  async function release(): Promise<void> {
    const waiting = releases(await releasable(w, {}), parts.exercise, stamps.settled())
    await gate.through(() => Promise.all(waiting.map((d) => grouper.add(d))))
  }
  const reconciler = await startReconciler({
    ...parts,
    gate,
    settled: () => stamps.settled(),
    knownAt: () => stamps.next(stamps.settled()),
    healed: () => announcer.everything(stamps.settled()),
  })
  const endReleases = keepReleasing(release, log)
  const endReceipts = keepReceipts(redis, w, log)
  const worker = new Worker(
    QUEUE_NAME,
    async (job: Job) => {
      const doubted = job.stalledCounter > 0 || job.attemptsStarted > 1
      await gate.through(() => grouper.add({ job: batchOf(job.data), again: doubted || now() < doubtUntil }))
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
    const idle = grouper.idle() && gate.isOpen()
    if (idle) answerHold(redis).catch(() => undefined)
    announcer.alive(idle ? stamps.settled() : undefined, now()).catch(() => undefined)
  }, ALIVE_MS)
  return async () => {
    clearInterval(alive)
    endReceipts()
    await endReleases()
    await reconciler.close()
    await worker.close()
  }
}
