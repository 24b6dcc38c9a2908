import { z } from 'zod'
import type { Warehouse } from '../connect.js'
import { query } from '../query.js'

/** Which records; empty text and 0 mean any. Times are of receiving, epoch ms. */
export const quarantineFilter = z.object({
  ids: z.array(z.string()),
  code: z.string().max(64),
  source: z.string().max(64),
  type: z.string().max(40),
  status: z.string().max(16),
  fromMs: z.int(),
  toMs: z.int(),
})
export type QuarantineFilter = z.infer<typeof quarantineFilter>

const any = (name: string): string => `({${name}:String} = '' OR ${name} = {${name}:String})`
const matches = `(empty({ids:Array(String)}) OR id IN {ids:Array(String)}) AND ${['code', 'source', 'type', 'status'].map(any).join(' AND ')}
  AND received_at >= fromUnixTimestamp64Milli({fromMs:Int64})
  AND ({toMs:Int64} = 0 OR received_at < fromUnixTimestamp64Milli({toMs:Int64}))`

export const quarantineLine = z.object({
  id: z.string(),
  batch: z.string(),
  line: z.int(),
  source: z.string(),
  type: z.string(),
  path: z.string(),
  code: z.string(),
  message: z.string(),
  receivedAt: z.int(),
  status: z.string(),
  by: z.string(),
  reason: z.string(),
  outcome: z.string(),
})

/** Quarantined records with their reasons and without their bodies, newest first; `offset` of them are left out. */
export const quarantineLines = query({
  name: 'quarantine-lines',
  sql: `SELECT id, batch, line, source, type, path, code, message, toUnixTimestamp64Milli(received_at) AS receivedAt,
      status, status_by AS by, reason, outcome
    FROM quarantine FINAL WHERE ${matches} ORDER BY receivedAt DESC, batch, line
    LIMIT {limit:UInt32} OFFSET {offset:UInt32}`,
  params: quarantineFilter.extend({ limit: z.int().min(1).max(500), offset: z.int().min(0) }),
  row: quarantineLine,
})

/** How many there are of each reason and status. */
export const quarantineReasons = query({
  name: 'quarantine-reasons',
  sql: `SELECT code, status, count() AS records FROM quarantine FINAL WHERE ${matches}
    GROUP BY code, status ORDER BY records DESC, code, status`,
  params: quarantineFilter,
  row: z.object({ code: z.string(), status: z.string(), records: z.int() }),
})

const matching = query({
  name: 'quarantine-matching',
  sql: `SELECT id FROM quarantine FINAL WHERE ${matches} ORDER BY id LIMIT {limit:UInt32}`,
  params: quarantineFilter.extend({ limit: z.int() }),
  row: z.object({ id: z.string() }),
})

/** Ids per statement: they travel in the address. */
const IDS_AT_ONCE = 1_000

/**
 * Asks for the release of open records, or discards them; `limit` of those that match at most. Returns the ids. A release is
 * on disk when it resolves: the writer takes it up by itself, also after a crash. `now` is real time, epoch ms.
 */
export async function settleQuarantine(
  w: Warehouse,
  filter: Omit<QuarantineFilter, 'status'>,
  to: { status: 'releasing' | 'discarded'; by: string; reason: string; limit: number },
  now: number,
): Promise<string[]> {
  const ids = (await matching(w, { ...filter, status: 'open', limit: to.limit })).map((r) => r.id)
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    await w.ch.command({
      query: `INSERT INTO quarantine SELECT * REPLACE ({status:String} AS status, {by:String} AS status_by,
          {reason:String} AS reason, fromUnixTimestamp64Milli({now:Int64}) AS version)
        FROM (SELECT * FROM quarantine FINAL WHERE id IN {ids:Array(String)} AND status = 'open')`,
      query_params: {
        ids: ids.slice(at, at + IDS_AT_ONCE),
        status: to.status,
        by: to.by,
        reason: to.reason,
        now,
      },
    })
  }
  return ids
}
