import { EVENT_TYPES, type EventType } from '@mcc/contract'
import { z } from 'zod'
import type { Warehouse } from '../connect.js'
import { ledgerOf } from '../ledger/content.js'
import { query } from '../query.js'

/** Keys looked at closely in one go; the next run takes the rest. */
const KEYS_AT_ONCE = 5_000
const bucketOf = 'toUInt8(cityHash64(key) % 64)'
const mark = (line: string): string => `reinterpretAsInt64(cityHash64(key, hash, toUInt16(${line})))`
// only a decision has more rows than one; the others need not be read whole
const lines = `multiIf(live = 0, 0, NOT startsWith(key, 'decision|'), 1,
  startsWith(rows, '['), length(JSONExtractArrayRaw(rows)), 1 + countSubstrings(rows, char(30)))`

const storeEngine = query({
  name: 'record-state-engine',
  sql: `SELECT engine FROM system.tables WHERE database = currentDatabase() AND name = 'record_state'`,
  params: z.object({}),
  row: z.object({ engine: z.string() }),
})
const sum = z.object({ type: z.string(), bucket: z.int(), mark: z.string() })

async function rowsOf<T>(w: Warehouse, sql: string, row: z.ZodType<T>, params = {}): Promise<T[]> {
  const answer = await w.ch.query({ query: sql, query_params: params, format: 'JSONEachRow' })
  return z.array(row).parse(await answer.json())
}

/** How the states are read: on a cluster the table keeps older rows of a key until it merges them. */
async function statesTable(w: Warehouse): Promise<string> {
  return (await storeEngine(w, {}))[0]?.engine === 'EmbeddedRocksDB' ? 'record_state' : 'record_state FINAL'
}

/**
 * Cheap first pass: Σ sign × hash(key, content, line) over a ledger equals the same sum over the live states, bucket by
 * bucket, without grouping by key; a difference in any record changes it. Returns the buckets that differ, by type.
 */
export async function differingBuckets(w: Warehouse): Promise<Map<EventType, number[]>> {
  const totals = new Map<string, bigint>()
  const add = (found: z.output<typeof sum>[], sign: bigint): void => {
    for (const { type, bucket, mark: m } of found) {
      const key = `${type}|${bucket}`
      totals.set(key, BigInt.asIntN(64, (totals.get(key) ?? 0n) + sign * BigInt(m)))
    }
  }
  for (const type of EVENT_TYPES) {
    const sql = `SELECT '${type}' AS type, ${bucketOf} AS bucket, toString(sum(sign * ${mark('line')})) AS mark
      FROM ${ledgerOf(type)} GROUP BY bucket`
    add(await rowsOf(w, sql, sum), 1n)
  }
  const states = `SELECT substring(key, 1, position(key, '|') - 1) AS type, ${bucketOf} AS bucket,
      toString(sum(arraySum(i -> ${mark('i')}, range(toUInt32(${lines}))))) AS mark
    FROM ${await statesTable(w)} GROUP BY type, bucket`
  add(await rowsOf(w, states, sum), -1n)
  const differing = new Map<EventType, number[]>()
  for (const [key, total] of totals) {
    const [type, bucket] = key.split('|') as [EventType, string]
    if (total !== 0n) differing.set(type, [...(differing.get(type) ?? []), Number(bucket)])
  }
  return differing
}

/** Exact pass: the keys of a type whose net rows in the ledger are not those of their state. */
export async function differingKeys(
  w: Warehouse,
  type: EventType,
  buckets: readonly number[],
): Promise<string[]> {
  const sql = `SELECT DISTINCT key FROM (
      SELECT key, hash, toUInt32(line) AS line, sum(toInt64(sign)) AS n FROM ${ledgerOf(type)}
      WHERE ${bucketOf} IN {buckets:Array(UInt8)} GROUP BY key, hash, line HAVING n != 0
      UNION ALL
      SELECT key, hash, arrayJoin(range(toUInt32(${lines}))) AS line, toInt64(-1) AS n FROM ${await statesTable(w)}
      WHERE startsWith(key, '${type}|') AND ${bucketOf} IN {buckets:Array(UInt8)}
    ) GROUP BY key, hash, line HAVING sum(n) != 0 ORDER BY key LIMIT ${KEYS_AT_ONCE}`
  return (await rowsOf(w, sql, z.object({ key: z.string() }), { buckets })).map((r) => r.key)
}
