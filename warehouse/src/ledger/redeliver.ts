import { type EventType, groupBy } from '@mcc/contract'
import { z } from 'zod'
import type { Warehouse } from '../connect.js'
import { query } from '../query.js'
import { type Effect, type Incoming, judge, newer, signedRow, type SignedRow, stateFrom } from './apply.js'
import { COLUMNS, type Content, contentFrom, ledgerOf, typeOfKey } from './content.js'
import type { Value } from './fields.js'
import { chunks, KEYS_PER_QUERY, type RecordState, rowsOf } from './state.js'

/** What the ledger holds of one line of one content that a record has or had: its sum of signs, 0 when it ceased. */
export interface Net {
  key: string
  hash: string
  line: number
  net: number
  /** The newest revision that wrote one of its rows. */
  rev: number
  content: Content
}

const netRow = (columns: readonly string[]) =>
  z
    .looseObject({ key: z.string(), hash: z.string(), line: z.number(), net: z.number(), rev: z.number() })
    .transform((row): Net => ({
      key: row.key,
      hash: row.hash,
      line: row.line,
      net: row.net,
      rev: row.rev,
      content: contentFrom(columns.map((c) => row[c] as Value)),
    }))

const netQueries = Object.fromEntries(
  Object.entries(COLUMNS).map(([type, columns]) => [
    type,
    query({
      name: `net-${type}`,
      sql: `SELECT key, hash, line, sum(toInt64(sign)) AS net, max(l.rev) AS rev, ${columns.map((c) => `any(l.${c}) AS ${c}`).join(', ')}
            FROM ${ledgerOf(type as EventType)} AS l
            WHERE key IN {keys:Array(String)}
            GROUP BY key, hash, line`,
      params: z.object({ keys: z.array(z.string()) }),
      row: netRow(columns),
    }),
  ]),
) as Record<EventType, (w: Warehouse, p: { keys: string[] }) => Promise<Net[]>>

/** Net signed rows of the given records, read from the ledger of their type. */
export async function readNet(w: Warehouse, records: readonly Incoming[]): Promise<Net[]> {
  const byType = groupBy(new Set(records.map((r) => r.entry.key)), typeOfKey)
  const parts: Net[][] = []
  for (const [type, keys] of byType) {
    for (const part of chunks(keys, KEYS_PER_QUERY)) parts.push(await netQueries[type](w, { keys: part }))
  }
  return parts.flat()
}

/** Rows that bring one record's ledger from `net` to `target`. */
export function bringTo(last: Incoming, target: RecordState, net: readonly Net[]): SignedRow[] {
  const rows: SignedRow[] = []
  const emit = (hash: string, line: number, n: number, content: Content): void => {
    for (let i = 0; i < Math.abs(n); i++)
      rows.push(signedRow(last, target.key, hash, line, Math.sign(n), content))
  }
  const found = new Map(net.map((n) => [`${n.hash} ${n.line}`, n]))
  const wanted = rowsOf(target)
  for (const n of net)
    if (n.hash !== target.hash || n.line >= wanted.length) emit(n.hash, n.line, -n.net, n.content)
  wanted.forEach((content, line) => {
    const there = found.get(`${target.hash} ${line}`)?.net ?? 0
    emit(target.hash, line, 1 - there, content)
  })
  return rows
}

/**
 * Counts records whose batch may have been worked off before, in part or in whole: whatever stands in the ledger (`net`),
 * the rows added bring it to the newest of the state held and the records given. Safe to repeat any number of times.
 *
 * Never backwards: where the ledger has rows of a revision above both, a later message was at work here whose state was
 * not written, or was lost. Its record is left as it is (`left`): that message comes again, or the reconciler finds it.
 */
export function applyAgain(
  records: readonly Incoming[],
  held: ReadonlyMap<string, RecordState>,
  net: readonly Net[],
): Effect & { left: number } {
  const states = new Map<string, RecordState>()
  const last = new Map<string, Incoming>()
  // what a batch itself brought does not make it a duplicate when it comes again: its outcomes are those of its first time
  const replayed = new Map<string, RecordState>()
  const outcomes = records.map((incoming) => {
    const next = stateFrom(incoming)
    const there = held.get(next.key)
    const outcome = judge(replayed.get(next.key) ?? (there?.batch === next.batch ? undefined : there), next)
    if (outcome.kind === 'stored') replayed.set(next.key, next)
    const old = states.get(next.key) ?? there
    states.set(next.key, !old || newer(next, old) ? next : old)
    last.set(next.key, incoming)
    return outcome
  })
  const netByKey = groupBy(net, (n) => n.key)
  const left = [...states.values()].filter((s) => netByKey.get(s.key)?.some((n) => n.rev > s.rev))
  for (const { key } of left) states.delete(key)
  const rows = [...states.values()].flatMap((s) => bringTo(last.get(s.key)!, s, netByKey.get(s.key) ?? []))
  return { rows, states, outcomes, left: left.length }
}
