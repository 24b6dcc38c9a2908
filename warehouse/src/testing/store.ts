import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EVENT_TYPES } from '@mcc/contract'
import { connect, type Warehouse, type WarehouseConfig } from '../connect.js'
import { startEngine } from '../embedded/spawn.js'
import { ledgerOf } from '../ledger/content.js'
import { countDifferences, readRollups, type Rollup } from '../ledger/rollups.js'
import { migrate } from '../migrate/migrate.js'
import { type Migration, readMigrations } from '../migrate/plan.js'
import { PRESENT_COLUMNS, PRESENT_ROWS, ROLLUP_FIGURES } from './figures.js'
import { arrival, type Arrival } from './arrival.js'
import type { HistoryBatch } from './history.js'
import { type Change, fold } from './oracle.js'

/** An engine of its own with its migrations, for tests of the ledger. */
export interface TestStore {
  w: Warehouse
  engine: WarehouseConfig
  rollups: Rollup[]
  /** Empties ledgers and roll-ups; states stay, so every history needs a source of its own. */
  clear(): Promise<void>
  stop(): Promise<void>
}

/** With all migrations, or those given. */
export async function startStore(migrations?: readonly Migration[]): Promise<TestStore> {
  const directory = await mkdtemp(join(tmpdir(), 'mcc-ledger-'))
  const engine = await startEngine(directory)
  const w = connect(engine.config)
  await migrate(w, migrations ?? (await readMigrations()), { cluster: false, now: Date.now })
  const rollups = await readRollups(w)
  return {
    w,
    engine: engine.config,
    rollups,
    async clear() {
      const tables = [...EVENT_TYPES.map(ledgerOf), ...rollups.map((r) => r.target)]
      await Promise.all(tables.map((t) => w.ch.command({ query: `TRUNCATE TABLE ${t}` })))
    },
    async stop() {
      await w.close()
      await engine.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

let runs = 0
/** Groups of records as the writer would hand them over, from a source that no other history has. */
export function groupsOf(batches: readonly HistoryBatch[], start = Date.UTC(2022, 0, 1)): Arrival[][] {
  const source = `s${runs++}`
  const groups: Arrival[][] = []
  let knownAt = start
  for (const [b, { events, step, joined }] of batches.entries()) {
    knownAt += step
    const records = events.map((e) => arrival({ ...e, source }, `${source}-${b}`, knownAt, knownAt))
    if (joined && groups.length > 0) groups.at(-1)!.push(...records)
    else groups.push(records)
  }
  return groups
}

async function cells(
  w: Warehouse,
  from: string,
  keys: readonly string[],
  sums: readonly string[],
): Promise<Map<string, number[]>> {
  const answer = await w.ch.query({
    query: `SELECT ${keys.join(', ')}, ${sums.map((s, i) => `sum(${s}) AS total${i}`).join(', ')} FROM ${from}
            GROUP BY ${keys.join(', ')} HAVING ${sums.map((_, i) => `total${i} != 0`).join(' OR ')}
            SETTINGS output_format_json_quote_64bit_integers=0`,
    format: 'JSONEachRow',
  })
  const rows = await answer.json<Record<string, unknown>>()
  return new Map(
    rows.map((r) => [JSON.stringify(keys.map((k) => r[k])), sums.map((_, i) => Number(r[`total${i}`]))]),
  )
}

const sorted = (found: ReadonlyMap<string, number[]>): string[] =>
  [...found].map(([cell, sums]) => `${cell} ${sums.join(' ')}`).toSorted()

function firstDifferences(
  what: string,
  is: ReadonlyMap<string, number[]>,
  should: ReadonlyMap<string, number[]>,
) {
  const [a, b] = [new Set(sorted(is)), new Set(sorted(should))]
  const surplus = [...a].filter((x) => !b.has(x))
  const missing = [...b].filter((x) => !a.has(x))
  return surplus.length + missing.length === 0
    ? []
    : [
        `${what}: ${surplus.length} served but wrong, ${missing.length} missing; e.g. ${surplus[0]} for ${missing[0]}`,
      ]
}

/** Where a roll-up differs from the oracle, in words; empty when nowhere. `dose_known` only where no row was mended. */
export async function rollupsAgainst(
  { w, rollups }: TestStore,
  changes: readonly Change[],
  skip: readonly string[] = [],
): Promise<string[]> {
  const found: string[] = []
  for (const r of rollups) {
    const figures = ROLLUP_FIGURES[r.target]
    if (!figures) throw new Error(`the oracle does not know the roll-up ${r.target}`)
    if (skip.includes(r.target)) continue
    const should = fold(changes, figures.type, figures.rowsOf, r.keys, r.sums)
    found.push(...firstDifferences(r.target, await cells(w, r.target, r.keys, r.sums), should))
  }
  return found
}

/** Where the rows that stand in a ledger differ from the oracle, as known at `at` (default: now). */
export async function ledgersAgainst(
  { w }: TestStore,
  changes: readonly Change[],
  at = Infinity,
): Promise<string[]> {
  const known = changes.filter((c) => c.at <= at)
  const limit = at === Infinity ? '' : `WHERE known_at <= fromUnixTimestamp64Milli(${at})`
  const found = await Promise.all(
    EVENT_TYPES.map(async (type) => {
      const columns = PRESENT_COLUMNS[type]
      const rowsOf = (c: Change) => PRESENT_ROWS[type](c).map((row) => ({ ...row, one: 1 }))
      const is = await cells(w, `(SELECT *, sign AS one FROM ${ledgerOf(type)} ${limit})`, columns, ['one'])
      return firstDifferences(`${type} known at ${at}`, is, fold(known, type, rowsOf, columns, ['one']))
    }),
  )
  return found.flat()
}

/** Roll-ups that are no recount of their ledger. */
export async function brokenRollups({ w, rollups }: TestStore): Promise<string[]> {
  const found: string[] = []
  for (const r of rollups) {
    const n = await countDifferences(w, r)
    if (n > 0) found.push(`${r.target}: ${n} keys are no recount`)
  }
  return found
}
