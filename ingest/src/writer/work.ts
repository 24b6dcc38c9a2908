import {
  accountedBatches,
  type BatchAccount,
  commit,
  type Counted,
  countGroup,
  type Effect,
  eventFrom,
  everQuarantined,
  type HeldRecord,
  type Incoming,
  type QuarantinedRecord,
  typeOfKey,
  type Warehouse,
  writeAccounts,
  writeQuarantine,
  writeReleased,
} from '@mcc/warehouse'
import { REJECTIONS } from '@mcc/contract'
import type { Batch, Line } from '../queue/batch.js'
import { partByFacility, register } from './facilities.js'
import type { Stamps } from './stamp.js'

/** A batch as the queue hands it over; `again` when it may have been worked off before. */
export interface Delivery {
  job: Batch
  again: boolean
  /** By line: these are records of the batch on their way out of quarantine. */
  release?: ReadonlyMap<number, HeldRecord>
}

/** What batches are prepared on. */
export interface Ground {
  /** Facilities ever registered; those that batches register are added. */
  facilities: Set<string>
  stamps: Stamps
  exercise: boolean
}

/** A batch ready to be counted. */
export interface Prepared {
  job: Batch
  knownAt: number
  records: Incoming[]
  /** The line of each record. */
  lines: number[]
  quarantined: QuarantinedRecord[]
  release: Delivery['release']
}

type Why = Pick<QuarantinedRecord, 'path' | 'code' | 'message'>
const UNREGISTERED: Why = {
  path: 'facility',
  code: 'unknown_facility',
  message: REJECTIONS.unknown_facility,
}

/** A record that the contract takes and that cannot be counted now. */
const waiting = (
  { batch, source, receivedAt }: Batch,
  { line, entry }: Pick<Line, 'line' | 'entry'>,
  exercise: boolean,
  why: Why,
): QuarantinedRecord => ({
  batch,
  line,
  source,
  receivedAt,
  type: typeOfKey(entry.key),
  ...why,
  body: JSON.stringify(eventFrom(entry, exercise, receivedAt)),
})

function prepare(
  { job, release }: Delivery,
  { facilities, exercise }: Ground,
  knownAt: number,
  before: ReadonlySet<string>,
): Prepared {
  const { batch, source, receivedAt } = job
  // a line that went into quarantine when the batch came first stays there: only a release brings it out
  const held = release ? [] : job.lines.filter(({ line }) => before.has(`${batch}:${line}`))
  const fresh = held.length > 0 ? job.lines.filter((l) => !held.includes(l)) : job.lines
  const { countable, unregistered } = partByFacility(fresh, facilities)
  return {
    job,
    knownAt,
    release,
    records: countable.map(({ entry }) => ({ entry, batch, receivedAt, knownAt })),
    lines: countable.map(({ line }) => line),
    quarantined: [
      ...job.refused.map((r) => ({ ...r, batch, source, receivedAt })),
      ...[...unregistered, ...held].map((line) => waiting(job, line, exercise, UNREGISTERED)),
    ],
  }
}

/** Each batch with the outcomes of its records. */
function withOutcomes(prepared: readonly Prepared[], outcomes: Counted['outcomes']) {
  let at = 0
  return prepared.map((p) => ({ p, mine: outcomes.slice(at, (at += p.records.length)) }))
}
type Worked = ReturnType<typeof withOutcomes>

function accountsOf(worked: Worked): BatchAccount[] {
  return worked.map(({ p: { job, records, quarantined }, mine }) => {
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
  group: readonly Delivery[],
  ground: Ground,
  /** Ids of records that these batches had in quarantine before; only for those that come again. */
  before: ReadonlySet<string> = new Set(),
): Prepared[] {
  for (const { job } of group) register(job.lines, ground.facilities)
  return group.map((d) => prepare(d, ground, ground.stamps.next(d.job.receivedAt), before))
}

/** The batches without the records that the engine does not take, which go into quarantine with what it has against each. */
export const setAside = (
  group: readonly Prepared[],
  refused: ReadonlyMap<Incoming, string>,
  exercise: boolean,
): Prepared[] =>
  group.map((p) => {
    const of = p.records.map((record, i) => ({ record, line: p.lines[i]!, refusal: refused.get(record) }))
    const stay = of.filter(({ refusal }) => refusal === undefined)
    const go = of.flatMap(({ record, line, refusal }) => {
      if (refusal === undefined) return []
      const message = `${REJECTIONS.refused_by_store}: ${refusal}`
      const why = { path: '', code: 'refused_by_store', message }
      return [waiting(p.job, { line, entry: record.entry }, exercise, why)]
    })
    return {
      ...p,
      records: stay.map(({ record }) => record),
      lines: stay.map(({ line }) => line),
      quarantined: [...p.quarantined, ...go],
    }
  })

const batchesOf = (group: readonly { job: Batch }[]): string[] => [...new Set(group.map((g) => g.job.batch))]

/** Ids of the records that these batches had in quarantine before. */
export async function quarantinedBefore(
  w: Warehouse,
  group: readonly { job: Batch }[],
): Promise<Set<string>> {
  return new Set((await everQuarantined(w, { batches: batchesOf(group) })).map((r) => r.id))
}

/** What goes into quarantine; when batches come again, what is there already keeps the status it has by now. */
async function holdBack(
  w: Warehouse,
  group: readonly Prepared[],
  again: boolean,
  now: number,
): Promise<void> {
  const there = again ? await quarantinedBefore(w, group) : new Set<string>()
  const rows = group.flatMap((p) =>
    p.release ? p.quarantined : p.quarantined.filter((q) => !there.has(`${q.batch}:${q.line}`)),
  )
  await writeQuarantine(w, rows, now)
}

/** Writes what became of each batch; the first account of a batch is the one that holds, however often it comes again. */
async function settle(w: Warehouse, worked: Worked, again: boolean, now: () => number): Promise<void> {
  const own = worked.filter(({ p }) => !p.release)
  const done = again
    ? new Set((await accountedBatches(w, { batches: batchesOf(own.map(({ p }) => p)) })).map((r) => r.batch))
    : new Set<string>()
  await writeAccounts(w, accountsOf(own.filter(({ p }) => !done.has(p.job.batch))), now())
  const released = worked.flatMap(({ p, mine }) =>
    p.lines.flatMap((line, i) => {
      const record = p.release?.get(line)
      return record ? [{ record, outcome: mine[i]!.kind }] : []
    }),
  )
  // counted is counted: whoever discarded one meanwhile was late, so this is the newer word
  await writeReleased(w, released, now())
}

/**
 * Works off a group: quarantine, ledger, states, accounts, in this order. When it resolves everything is in the store and
 * the jobs may be acknowledged. `effect` is what was decided for it; without one it is counted as one that may be there
 * in part. Throws when the engine is away, or does not take one of its records; then repeat it without `effect`.
 */
export async function workOff(
  w: Warehouse,
  group: readonly Prepared[],
  effect: Effect | undefined,
  now: () => number,
): Promise<Counted> {
  const records = group.flatMap((p) => p.records)
  await holdBack(w, group, effect === undefined, now())
  const counted = effect ? await commit(w, effect, knownAtOf(group)) : await countGroup(w, records, true)
  await settle(w, withOutcomes(group, counted.outcomes), effect === undefined, now)
  return counted
}
