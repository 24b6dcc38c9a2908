import { ZONE } from '@mcc/contract'
import { ledgerOf, type Touched } from '@mcc/warehouse'
import { Queue, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { reconcile, type ReconcileParts, type Scope } from './reconcile.js'

/** The queue of the reconciler's runs: `touched`, `everything`. */
export const RECONCILE_QUEUE = 'reconcile'
const TOUCHED_EVERY_MS = 5 * 60_000
const NIGHTLY = '15 3 * * *'

interface ScheduleParts extends ReconcileParts {
  redis: Redis
  /** After an unclean end nobody knows what was touched: then the first run looks at everything. */
  cleanStart: boolean
  /** Told when figures were changed by healing. */
  healed: () => Promise<void>
  log: Logger
}

export interface Reconciler {
  /** What a group touched: looked at in the next run. */
  touched(touched: readonly Touched[]): void
  /** A state may be older than its ledger: the next run looks at everything. */
  doubted(): void
  close(): Promise<void>
}

/** Runs the reconciler: what was touched every few minutes, everything each night at 03:15 (Asia/Ho_Chi_Minh) and when asked. */
export async function startReconciler(parts: ScheduleParts): Promise<Reconciler> {
  const { redis, log } = parts
  let days: Map<string, Set<string>> = new Map()
  let doubt = !parts.cleanStart
  const queue = new Queue(RECONCILE_QUEUE, { connection: redis })
  queue.on('error', (error) => log.warn({ err: error }, 'queue'))
  const kept = { removeOnComplete: { count: 20 }, removeOnFail: { count: 20 } }
  await queue.upsertJobScheduler('touched', { every: TOUCHED_EVERY_MS }, { name: 'touched', opts: kept })
  await queue.upsertJobScheduler(
    'nightly',
    { pattern: NIGHTLY, tz: ZONE },
    { name: 'everything', opts: kept },
  )

  async function run(name: string): Promise<unknown> {
    const scope: Scope = name === 'everything' || doubt ? 'everything' : days
    days = new Map()
    doubt = false
    // examples name records: they are kept with the incident and not in logs
    const findings = (await reconcile(parts, scope)).map(({ subject, differing }) => ({ subject, differing }))
    if (findings.length > 0) {
      log.error({ findings }, 'the books differed and were healed')
      await parts.healed()
    }
    return findings
  }
  const worker = new Worker(RECONCILE_QUEUE, (job) => run(job.name), {
    connection: redis,
    concurrency: 1,
    lockDuration: 60_000,
  })
  worker.on('error', (error) => log.warn({ err: error }, 'queue'))
  worker.on('failed', (_job, error) => {
    // what was looked at is not known: the next run looks at everything
    doubt = true
    log.warn({ err: error }, 'the reconciler will look again')
  })
  return {
    touched(touched) {
      for (const t of touched) {
        const of = days.get(ledgerOf(t.type)) ?? new Set()
        days.set(ledgerOf(t.type), of)
        for (const day of t.days) of.add(day)
      }
    },
    doubted() {
      doubt = true
    },
    async close() {
      // a reading of all states would hold up the end; it is begun anew another night
      await parts.patient.close()
      await worker.close()
      await queue.close()
    },
  }
}
