import {
  type BatchAccount,
  commit,
  type Counted,
  countGroup,
  type Effect,
  type Incoming,
  type QuarantinedRecord,
  type Warehouse,
  writeAccounts,
  writeQuarantine,
} from '@mcc/warehouse'
import { REJECTIONS } from '@mcc/contract'
import type { BatchJob } from '../queue/batch.js'
import { type Line, partByFacility, register } from './facilities.js'
import type { Stamps } from './stamp.js'

/** A batch as the queue hands it over; `again` when it may have been worked off before. */
export interface Delivery {
  job: BatchJob
  again: boolean
}

/** A batch ready to be counted. */
export interface Prepared {
  job: BatchJob
  knownAt: number
  records: Incoming[]
  quarantined: QuarantinedRecord[]
}

const unregisteredRecord = (job: BatchJob, { line, event }: Line): QuarantinedRecord => ({
  batch: job.batch,
  line,
  source: job.source,
  receivedAt: job.receivedAt,
  type: event.type,
  path: 'facility',
  code: 'unknown_facility',
  message: REJECTIONS.unknown_facility,
  body: JSON.stringify(event),
})

function prepare(job: BatchJob, facilities: ReadonlySet<string>, knownAt: number): Prepared {
  const { countable, unregistered } = partByFacility(job.events, facilities)
  const { batch, source, receivedAt } = job
  return {
    job,
    knownAt,
    records: countable.map(({ event }) => ({ event, batch, receivedAt, knownAt })),
    quarantined: [
      ...job.refused.map((r) => ({ ...r, batch, source, receivedAt })),
      ...unregistered.map((line) => unregisteredRecord(job, line)),
    ],
  }
}

function accountsOf(prepared: readonly Prepared[], outcomes: Counted['outcomes']): BatchAccount[] {
  let at = 0
  return prepared.map(({ job, records, quarantined }) => {
    const mine = outcomes.slice(at, (at += records.length))
    const count = (kind: string): number => mine.filter((o) => o.kind === kind).length
    return {
      batch: job.batch,
      source: job.source,
      receivedAt: job.receivedAt,
      received: records.length + quarantined.length,
      stored: count('stored'),
      duplicate: count('duplicate'),
      superseded: count('superseded'),
      quarantined: quarantined.length,
    }
  })
}

/** The known time of a group's last batch: when it is in the store, everything up to there is settled. */
export const knownAtOf = (group: readonly Prepared[]): number => group.at(-1)!.knownAt

/** Cuts batches into what can be counted and what must wait, and stamps their known times; done once per group. */
export function prepareGroup(
  group: readonly BatchJob[],
  facilities: Set<string>,
  stamps: Stamps,
): Prepared[] {
  for (const job of group) register(job.events, facilities)
  return group.map((job) => prepare(job, facilities, stamps.next(job.receivedAt)))
}

/**
 * Works off a group: quarantine, ledger, states, accounts, in this order. When it resolves everything is in the store and
 * the jobs may be acknowledged. `effect` is what was decided for it; without one it is counted as one that may be there
 * in part. Throws when the engine is away; then repeat it without `effect`.
 */
export async function workOff(
  w: Warehouse,
  group: readonly Prepared[],
  effect: Effect | undefined,
  now: number,
): Promise<Counted> {
  const records = group.flatMap((p) => p.records)
  await writeQuarantine(
    w,
    group.flatMap((p) => p.quarantined),
    now,
  )
  const counted = effect ? await commit(w, effect, knownAtOf(group)) : await countGroup(w, records, true)
  await writeAccounts(w, accountsOf(group, counted.outcomes), now)
  return counted
}
