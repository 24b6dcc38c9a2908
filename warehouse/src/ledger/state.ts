import { z } from 'zod'
import type { Warehouse } from '../connect.js'
import { query } from '../query.js'
import { sqlLiteral } from '../sql-literal.js'
import { BETWEEN_ROWS, type Content, contentFrom } from './content.js'
import type { Value } from './fields.js'
import { utc } from './utc.js'

/** What was last applied of one record. `live` is false after a void. */
export interface RecordState {
  key: string
  rev: number
  hash: string
  live: boolean
  /** The contents of its ledger rows with `BETWEEN_ROWS` between them; empty after a void. */
  rows: string
  /** The batch that brought this revision. */
  batch: string
}

/** The ledger rows of a state; none after a void. */
export function rowsOf({ live, rows }: RecordState): Content[] {
  if (!live) return []
  // as stores of version 0.1 have them
  if (rows.startsWith('[')) return (JSON.parse(rows) as Value[][]).map(contentFrom)
  return rows.includes(BETWEEN_ROWS) ? rows.split(BETWEEN_ROWS) : [rows]
}

const row = z.object({
  key: z.string(),
  rev: z.number(),
  hash: z.string(),
  live: z.number().transform((n) => n === 1),
  rows: z.string(),
  batch: z.string(),
})

/**
 * The keys stand in the statement itself, as one text: as a parameter they would travel in the address, where they cost
 * engine and writer three times as much. LIMIT 1 BY key: on a cluster the table keeps older rows of a key until it merges
 * them.
 */
const lookup = (keys: string) =>
  query({
    name: 'record-state',
    sql: `SELECT key, rev, hash, live, rows, batch FROM record_state
          WHERE key IN splitByChar('\\n', ${sqlLiteral(keys)})
          ORDER BY known_at DESC LIMIT 1 BY key`,
    params: z.object({}),
    row,
  })

/** A statement may have 256 KiB. */
const KEYS_BYTES = 240 << 10

/** Keys with line ends between them, in as many texts as statements need. */
function keyTexts(keys: readonly string[]): string[] {
  const text = keys.join('\n')
  if (keys.length < 2 || Buffer.byteLength(text) <= KEYS_BYTES) return [text]
  const half = keys.length >> 1
  return [...keyTexts(keys.slice(0, half)), ...keyTexts(keys.slice(half))]
}

/** Keys that travel in the address as a parameter: ClickHouse takes at most 1 MiB of it, and a key of long names in letters of three bytes has 400, encoded 1,200. */
export const KEYS_PER_QUERY = 800

export function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  )
}

/** The present state of the given records, by key; those never seen are absent. */
export async function readStates(w: Warehouse, keys: readonly string[]): Promise<Map<string, RecordState>> {
  if (keys.length === 0) return new Map()
  const parts = await Promise.all(keyTexts(keys).map((text) => lookup(text)(w, {})))
  return new Map(parts.flat().map((s) => [s.key, s]))
}

// contents are full of tabs and hold no line end: as CSV they travel as they are, only quotes are doubled
const quoted = (text: string): string => `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`

/** Upserts present states; only after the ledger has acknowledged the rows that they stand for. */
export async function writeStates(
  w: Warehouse,
  states: readonly RecordState[],
  knownAt: number,
): Promise<void> {
  const known_at = utc(knownAt)
  const insert =
    'INSERT INTO record_state (key, rev, hash, live, rows, batch, known_at) SETTINGS async_insert=0 FORMAT CSV'
  const rows = states.map(
    (s) => `${quoted(s.key)},${s.rev},${s.hash},${s.live ? 1 : 0},${quoted(s.rows)},${s.batch},${known_at}`,
  )
  // joined at once: megabytes put behind a line are copied once more
  await w.ch.command({ query: [insert, ...rows].join('\n') })
}
