import {
  type BatchAccount,
  type Counted,
  countGroup,
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
 * the jobs may be acknowledged. Throws when the engine is away; then repeat it with `again`.
 */
export async function workOff(
  w: Warehouse,
  group: readonly Prepared[],
  again: boolean,
  now: number,
): Promise<Counted> {
  await writeQuarantine(
    w,
    group.flatMap((p) => p.quarantined),
    now,
  )
  const counted = await countGroup(
    w,
    group.flatMap((p) => p.records),
    again,
  )
  await writeAccounts(w, accountsOf(group, counted.outcomes), now)
  return counted
}
