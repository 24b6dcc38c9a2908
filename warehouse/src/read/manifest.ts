import { z } from 'zod'
import type { Warehouse } from '../connect.js'
import { utc } from '../ledger/utc.js'
import { query } from '../query.js'

/** What a source says it sent; times are epoch ms of receiving here, `to` exclusive. */
export interface Manifest {
  source: string
  type: string
  from: number
  to: number
  records: number
}

/** Keeps a manifest; a later one for the same window replaces it. `now` is real time, epoch ms. */
export async function writeManifest(w: Warehouse, m: Manifest, now: number): Promise<void> {
  const { source, type, records } = m
  const row = { source, type, records, from_at: utc(m.from), to_at: utc(m.to), version: utc(now) }
  await w.ch.insert({ table: 'manifest', values: [row], format: 'JSONEachRow' })
}

/** Manifests beside what was received in their windows; `difference` = received − sent. Newest window first. */
export const manifestDifferences = query({
  name: 'manifest-differences',
  sql: `SELECT m.source AS source, m.type AS type, toUnixTimestamp64Milli(m.from_at) AS \`from\`,
      toUnixTimestamp64Milli(m.to_at) AS \`to\`, m.records AS records, toUnixTimestamp64Milli(m.version) AS postedAt,
      toInt64(sumIf(r.records, r.received_at >= m.from_at AND r.received_at < m.to_at)) AS received,
      received - toInt64(m.records) AS difference
    FROM (
      SELECT * FROM manifest FINAL
      WHERE ({source:String} = '' OR source = {source:String})
        AND to_at > fromUnixTimestamp64Milli({fromMs:Int64}) AND from_at < fromUnixTimestamp64Milli({toMs:Int64})
      ORDER BY to_at DESC LIMIT 500
    ) AS m
    LEFT JOIN (
      SELECT source, type, received_at, records FROM receipt FINAL WHERE {source:String} = '' OR source = {source:String}
    ) AS r ON m.source = r.source AND m.type = r.type
    GROUP BY m.source, m.type, m.from_at, m.to_at, m.records, m.version
    ORDER BY m.to_at DESC, m.source, m.type`,
  params: z.object({ source: z.string(), fromMs: z.int(), toMs: z.int() }),
  row: z.object({
    source: z.string(),
    type: z.string(),
    from: z.int(),
    to: z.int(),
    records: z.int(),
    postedAt: z.int(),
    received: z.int(),
    difference: z.int(),
  }),
})
export type ManifestDifference = Awaited<ReturnType<typeof manifestDifferences>>[number]
