import { setTimeout as sleep } from 'node:timers/promises'
import { QUEUE_NAME } from '@mcc/contract'
import {
  type Counted,
  decide,
  type Effect,
  insertsEnded,
  mendSince,
  newestKnownAt,
  type RecordState,
  releasable,
  type Warehouse,
} from '@mcc/warehouse'
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
import { keepReceipts } from './receipts.js'
import { keepReleasing, releases } from './release.js'
import { makeStamps } from './stamp.js'
import { type Delivery, knownAtOf, type Prepared, prepareGroup, quarantinedBefore, workOff } from './work.js'

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
  /** The last watermark that was announced, epoch ms; 0 when Redis knows none. */
  lastWatermark: number
  now: () => number
  metrics: WriterMetrics
  log: Logger
}

/** A group ready to be worked off; without `effect` it is counted as one that may be there in part. */
interface Ready {
  batches: Prepared[]
  effect: Effect | undefined
  /** The states after it: known when it was decided, or else when it was counted. */
  states: Promise<ReadonlyMap<string, RecordState>>
  counted: (states: ReadonlyMap<string, RecordState>) => void
}

function readyOf(batches: Prepared[], effect: Effect | undefined): Ready {
  let counted: Ready['counted'] = () => undefined
  const states = effect
    ? Promise.resolve(effect.states)
    : new Promise<ReadonlyMap<string, RecordState>>((resolve) => (counted = resolve))
  return { batches, effect, states, counted }
}

/** Repeats until the engine takes it; after the first failure the records may be there in part. */
async function insist(ready: Ready, parts: WriterParts): Promise<Counted> {
  let { effect } = ready
  for (let wait = 200; ; wait = Math.min(wait * 2, 3_000)) {
    try {
      return await workOff(parts.warehouse, ready.batches, effect, parts.now())
    } catch (error) {
      parts.metrics.failed()
      parts.log.error({ err: error }, 'the engine did not take a group; it will be counted again')
      effect = undefined
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
  const newest = await until(() => newestKnownAt(w), log, 'the engine')
  const stamps = makeStamps(newest, parts.exercise, now)
  const ground = { facilities, stamps, exercise: parts.exercise }
  // an empty store has nothing to doubt
  const doubtful = !parts.cleanStart && newest > 0
  if (doubtful) await until(() => mendSince(w, parts.lastWatermark), log, 'the engine')
  const announcer: Announcer = makeAnnouncer(redis, parts.firstSeq)
  // whatever the last writer held comes back within this time; a copy of it may come sooner by another way
  const doubtUntil = doubtful ? now() + LOCK_MS + STALLED_MS + 5_000 : 0

  async function prepareDeliveries(group: Delivery[], before: Ready | undefined): Promise<Ready> {
    if (group.some((d) => d.again)) {
      const earlier = await until(() => quarantinedBefore(w, group), log, 'the engine')
      return readyOf(prepareGroup(group, ground, earlier), undefined)
    }
    const batches = prepareGroup(group, ground)
    // what the group before does is mostly known before it is in the store
    const ahead = await before?.states
    const records = batches.flatMap((b) => b.records)
    return readyOf(batches, await decide(w, records, ahead).catch(() => undefined))
  }

  async function workGroup(ready: Ready): Promise<void> {
    await whileHeld(redis)
    const started = performance.now()
    const counted = await insist(ready, parts)
    ready.counted(counted.states)
    const ms = Math.round(performance.now() - started)
    const watermark = knownAtOf(ready.batches)
    parts.metrics.worked(counted, watermark, ms)
    const { rows, outcomes } = counted
    log.debug({ jobs: ready.batches.length, records: outcomes.length, rows, ms }, 'counted')
    reconciler.touched(counted.touched)
    await announcer.changed(watermark, counted.touched)
  }

  const grouper = makeGrouper<Delivery, Ready>({
    prepare: prepareDeliveries,
    work: workGroup,
    weight: (d) => d.job.lines.length,
    maxWeight: GROUP_RECORDS,
    waitMs: WAIT_MS,
  })
  const gate = makeGate(() => grouper.idle())
  async function release(): Promise<void> {
    const waiting = releases(await releasable(w, {}), parts.exercise, stamps.settled())
    await gate.passed()
    await Promise.all(waiting.map((d) => grouper.add(d)))
  }
  const reconciler = await startReconciler({
    ...parts,
    gate,
    knownAt: () => stamps.next(stamps.settled()),
    healed: () => announcer.everything(stamps.settled()),
  })
  const endReleases = keepReleasing(release, log)
  const endReceipts = keepReceipts(redis, w, log)
  const worker = new Worker(
    QUEUE_NAME,
    async (job: Job) => {
      await gate.passed()
      const again = job.stalledCounter > 0 || job.attemptsStarted > 1 || now() < doubtUntil
      await grouper.add({ job: batchOf(job.data), again })
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
