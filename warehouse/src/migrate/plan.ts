import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Migration {
  number: number
  name: string
  sql: string
  /** Of the file as written, so that an edited migration is noticed. */
  checksum: string
}

/** The directory of the numbered SQL files. */
export const MIGRATIONS = join(import.meta.dirname, '../../migrations')

/** Reads `NNN_name.sql`, in order. Throws on another name, a gap or a repeated number. */
export async function readMigrations(directory: string = MIGRATIONS): Promise<Migration[]> {
  const files = (await readdir(directory)).filter((f) => f.endsWith('.sql')).toSorted()
  return Promise.all(
    files.map(async (file, i) => {
      const match = /^(\d{3})_(\w+)\.sql$/.exec(file)
      if (!match || Number(match[1]) !== i + 1)
        throw new Error(`migration ${file}: expected ${String(i + 1).padStart(3, '0')}_name.sql`)
      const sql = await readFile(join(directory, file), 'utf8')
      return { number: i + 1, name: match[2]!, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** The statements of a file: split at `;` at a line's end, comments left out. */
function statementsOf(sql: string): string[] {
  return sql
    .split(/;[ \t]*(?:\n|$)/)
    .map((s) => s.replace(/^\s*--.*$/gm, '').trim())
    .filter((s) => s !== '')
}

/**
 * The same statement for a replicated cluster: every table `ON CLUSTER`, every engine its replicated kind, and the
 * present state in a table that keeps the newest row of a key (RocksDB does not replicate).
 */
function replicated(statement: string): string {
  const path = `'/clickhouse/tables/{shard}/{database}/{table}', '{replica}'`
  return statement
    .replace(/^(CREATE (?:TABLE|MATERIALIZED VIEW) IF NOT EXISTS \w+)/, `$1 ON CLUSTER '{cluster}'`)
    .replace(/^(ALTER TABLE \w+)/, `$1 ON CLUSTER '{cluster}'`)
    .replace(
      /ENGINE = EmbeddedRocksDB\s+PRIMARY KEY (\w+)/,
      `ENGINE = ReplicatedReplacingMergeTree(${path}, known_at)\nORDER BY $1`,
    )
    .replace(
      /ENGINE = (Replacing|Summing)?MergeTree(?:\((.*)\))?$/m,
      (_all, kind: string | undefined, args: string | undefined) => {
        return `ENGINE = Replicated${kind ?? ''}MergeTree(${path}${args ? `, ${args}` : ''})`
      },
    )
}

/**
 * What a cluster does not do: a setting that only RocksDB knows, since its states lie in another kind of table; and laying a
 * ledger out anew, since a replicated table is not exchanged for another while other replicas write to it.
 */
const onlyOnOneMachine = (statement: string): boolean =>
  /\boptimize_for_bulk_insert\b|\bdose_ledger_by_year\b/.test(statement)

/** The statements of a file as one store or a replicated cluster takes them. */
export const statementsFor = (sql: string, cluster: boolean): string[] =>
  cluster
    ? statementsOf(sql)
        .filter((s) => !onlyOnOneMachine(s))
        .map(replicated)
    : statementsOf(sql)
