import { EVENT_TYPES, type EventType } from '@mcc/contract'
import { z } from 'zod'
import type { Warehouse } from '../connect.js'
import { ledgerOf } from '../ledger/content.js'
import { chunks, KEYS_PER_QUERY } from '../ledger/state.js'
import { query } from '../query.js'
import { daySlices } from './day-slices.js'

/** Keys looked at closely in one go; the next run takes the rest. */
const KEYS_AT_ONCE = 5_000
const bucketOf = 'toUInt8(cityHash64(key) % 64)'
const mark = (line: string): string => `reinterpretAsInt64(cityHash64(key, hash, toUInt16(${line})))`
// only a decision has more rows than one; the others need not be read whole
const lines = `multiIf(live = 0, 0, NOT startsWith(key, 'decision|'), 1,
  startsWith(rows, '['), length(JSONExtractArrayRaw(rows)), 1 + countSubstrings(rows, char(30)))`
/** Their sum over a ledger equals their sum over the states, without grouping by key; a difference in any record changes it. */
const ledgerMark = `sign * ${mark('line')}`
const stateMark = `arraySum(i -> ${mark('i')}, range(toUInt32(${lines})))`
const until = 'fromUnixTimestamp64Milli({until:Int64})'

const storeEngine = query({
  name: 'record-state-engine',
  sql: `SELECT engine FROM system.tables WHERE database = currentDatabase() AND name = 'record_state'`,
  params: z.object({}),
  row: z.object({ engine: z.string() }),
})
const sum = z.object({ bucket: z.int(), mark: z.string() })
const scanned = sum.extend({ type: z.string(), moved: z.array(z.string()) })
type Sum = z.output<typeof sum>

async function rowsOf<T>(w: Warehouse, sql: string, row: z.ZodType<T>, params: object): Promise<T[]> {
  const query_params = { ...params }
  const answer = await w.ch.query({ query: sql, query_params, format: 'JSONEachRow' })
  return z.array(row).parse(await answer.json())
}

/** How the states are read: on a cluster the table keeps older rows of a key until it merges them. */
async function statesTable(w: Warehouse): Promise<string> {
  return (await storeEngine(w, {}))[0]?.engine === 'EmbeddedRocksDB' ? 'record_state' : 'record_state FINAL'
}

interface Part {
  until: number
  days?: string[]
  keys?: string[]
}
const ledgerSums = (w: Warehouse, type: EventType, where: string, params: Part): Promise<Sum[]> =>
  rowsOf(
    w,
    `SELECT ${bucketOf} AS bucket, toString(sum(${ledgerMark})) AS mark FROM ${ledgerOf(type)}
      WHERE known_at <= ${until} AND ${where} GROUP BY bucket`,
    sum,
    params,
  )

/**
 * Cheap first pass: the buckets of a type's keys in which ledger and states differed at `at` (epoch ms). The states can
 * only be read in one go and as they are now. What was applied to a record since is not in its state's known time up to
 * `at`: such records are left out on both sides.
 */
export async function differingBuckets(w: Warehouse, at: number): Promise<Map<EventType, number[]>> {
  const states = await rowsOf(
    w,
    `SELECT substring(key, 1, position(key, '|') - 1) AS type, ${bucketOf} AS bucket,
      toString(sumIf(${stateMark}, known_at <= ${until})) AS mark, groupArrayIf(key, known_at > ${until}) AS moved
    FROM ${await statesTable(w)} GROUP BY type, bucket`,
    scanned,
    { until: at },
  )
  const differing = new Map<EventType, number[]>()
  for (const type of EVENT_TYPES) {
    const own = states.filter((s) => s.type === type)
    const totals = new Map<number, bigint>()
    const add = (sums: readonly Sum[], sign: bigint): void => {
      for (const { bucket, mark: m } of sums)
        totals.set(bucket, BigInt.asIntN(64, (totals.get(bucket) ?? 0n) + sign * BigInt(m)))
    }
    add(own, -1n)
    for (const days of await daySlices(w, { ledger: ledgerOf(type) }))
      add(await ledgerSums(w, type, 'day IN {days:Array(Date)}', { until: at, days }), 1n)
    const moved = own.flatMap((s) => s.moved)
    for (const keys of chunks(moved, KEYS_PER_QUERY))
      add(await ledgerSums(w, type, 'key IN {keys:Array(String)}', { until: at, keys }), -1n)
    const buckets = [...totals].flatMap(([bucket, total]) => (total === 0n ? [] : [bucket]))
    if (buckets.length > 0) differing.set(type, buckets)
  }
  return differing
}

/** Exact pass over some buckets: the keys whose rows in the ledger were not those of their state at `at`. */
export async function differingKeys(
  w: Warehouse,
  type: EventType,
  buckets: readonly number[],
  at: number,
): Promise<string[]> {
  const sql = `SELECT key FROM (
      SELECT key, ${ledgerMark} AS m, 0 AS moved FROM ${ledgerOf(type)}
      WHERE known_at <= ${until} AND ${bucketOf} IN {buckets:Array(UInt8)}
      UNION ALL
      SELECT key, -${stateMark} AS m, known_at > ${until} AS moved FROM ${await statesTable(w)}
      WHERE startsWith(key, '${type}|') AND ${bucketOf} IN {buckets:Array(UInt8)}
    ) GROUP BY key HAVING sum(m) != 0 AND max(moved) = 0 ORDER BY key LIMIT ${KEYS_AT_ONCE}`
  return (await rowsOf(w, sql, z.object({ key: z.string() }), { buckets, until: at })).map((r) => r.key)
}

/**
 * Records, by type, whose ledger and state differed at `at` (epoch ms), a known time at which nothing was under way.
 * Counting may go on meanwhile. Reading all states takes long on a large store: `w` must have the patience.
 */
export async function differingStates(w: Warehouse, at: number): Promise<Map<EventType, string[]>> {
  const found = new Map<EventType, string[]>()
  for (const [type, buckets] of await differingBuckets(w, at)) {
    const keys = await differingKeys(w, type, buckets, at)
    if (keys.length > 0) found.set(type, keys)
  }
  return found
}
