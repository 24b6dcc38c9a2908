import { connect, countDifferences, readRollups } from '@mcc/warehouse'
import type { CrashSource, Held } from './crash-source.js'
import type { Station } from './station.js'

/** What is wrong in a store after the machine has healed; everything must be 0. */
export interface Verdict {
  acknowledgedNotStored: number
  countedTwice: number
  wrongContent: number
  neverSent: number
  partlyApplied: number
  notRecounts: number
  batchesWithoutOneAccount: number
}

const PARTS = 16
const CONTENT = {
  dose: ['unit', 'product', 'lot', 'dose_no', 'facility'],
  movement: ['unit', 'product', 'lot', 'doses'],
} as const
type Type = keyof typeof CONTENT

/** A record that stands in the store as it should not. */
export interface Suspect {
  id: string
  what: 'counted twice' | 'wrong content' | 'not stored'
  /** What the source says of it last. */
  held: unknown
}

/** Content of every record that stands in a ledger, with how often it stands there. */
async function stored(station: Station, type: Type): Promise<Map<string, { text: string; times: number }[]>> {
  const found = new Map<string, { text: string; times: number }[]>()
  const columns = ['toString(occurred_at)', ...CONTENT[type]].map((c) => `toString(${c})`).join(`, ' ', `)
  for (let part = 0; part < PARTS; part++) {
    const rows = await station.sql(
      `SELECT key, concat(${columns}) AS text, sum(toInt64(sign)) AS times FROM ${type}_ledger
       WHERE cityHash64(key) % ${PARTS} = ${part} GROUP BY key, text HAVING times != 0`,
    )
    for (const { key, text, times } of rows) {
      const id = String(key).replace('|portal|', '|')
      found.set(id, [...(found.get(id) ?? []), { text: String(text), times: Number(times) }])
    }
  }
  return found
}

const textOf = (event: Record<string, unknown>, fields: readonly string[]): string => {
  const at = new Date(String(event['occurredAt'])).toISOString().slice(0, 23).replace('T', ' ')
  return [at, ...fields.map((f) => event[f])].join(' ')
}
const FIELDS: Record<Type, readonly string[]> = {
  dose: ['province', 'product', 'lot', 'doseNo', 'facility'],
  movement: ['province', 'product', 'lot', 'doses'],
}

function wrongWith(
  { event }: Held,
  rows: readonly { text: string; times: number }[],
): Suspect['what'] | undefined {
  if (rows.length > 1 || rows.some((r) => r.times !== 1)) return 'counted twice'
  if (event === undefined) return rows.length > 0 ? 'wrong content' : undefined
  if (rows.length === 0) return 'not stored'
  return rows[0]!.text === textOf({ ...event }, FIELDS[event.type]) ? undefined : 'wrong content'
}

async function records(
  station: Station,
  source: CrashSource,
  suspects: Suspect[],
): Promise<Omit<Verdict, 'notRecounts' | 'batchesWithoutOneAccount'>> {
  const found = new Map([...(await stored(station, 'dose')), ...(await stored(station, 'movement'))])
  const verdict = {
    acknowledgedNotStored: 0,
    countedTwice: 0,
    wrongContent: 0,
    neverSent: 0,
    partlyApplied: 0,
  }
  for (const [id, held] of source.held) {
    const rows = found.get(id) ?? []
    found.delete(id)
    const what = wrongWith(held, rows)
    if (!what) continue
    suspects.push({ id, what, held })
    if (what === 'counted twice') verdict.countedTwice += 1
    else if (what === 'wrong content') verdict.wrongContent += 1
    else verdict.acknowledgedNotStored += 1
  }
  for (const { ids } of source.strays) {
    const there = ids.filter((id) => found.has(id)).length
    if (there !== 0 && there !== ids.length) verdict.partlyApplied += 1
    for (const id of ids) {
      if (found.get(id)?.some((r) => r.times !== 1)) verdict.countedTwice += 1
      found.delete(id)
    }
  }
  verdict.neverSent = found.size
  return verdict
}

async function notRecounts(station: Station): Promise<number> {
  const w = connect({
    CLICKHOUSE_URL: station.run().clickhouseUrl,
    CLICKHOUSE_USER: 'default',
    CLICKHOUSE_PASSWORD: station.secret('stores.token'),
    CLICKHOUSE_DATABASE: 'mcc',
  })
  try {
    let keys = 0
    for (const rollup of await readRollups(w)) keys += await countDifferences(w, rollup)
    return keys
  } finally {
    await w.close()
  }
}

/** Acknowledged batches whose account is missing, double, or does not add up to the lines sent. */
async function withoutOneAccount(station: Station, source: CrashSource): Promise<number> {
  const rows = await station.sql(
    `SELECT batch, count() AS rows, sum(received) AS received,
       sum(stored + duplicate + superseded + quarantined) AS explained FROM accounting FINAL GROUP BY batch`,
  )
  const accounts = new Map(rows.map((r) => [r['batch'], r]))
  return [...source.acknowledged].filter(([batch, lines]) => {
    const account = accounts.get(batch)
    return account?.['rows'] !== 1 || account['received'] !== lines || account['explained'] !== lines
  }).length
}

/** Compares what the store holds with what was sent and acknowledged. */
export async function judgeStore(
  station: Station,
  source: CrashSource,
): Promise<{ verdict: Verdict; suspects: Suspect[] }> {
  const suspects: Suspect[] = []
  const verdict = {
    ...(await records(station, source, suspects)),
    notRecounts: await notRecounts(station),
    batchesWithoutOneAccount: await withoutOneAccount(station, source),
  }
  return { verdict, suspects }
}

const SHOWN = 12

/** What ledger, state and books say of suspects: without it a failure that comes once in a hundred kills cannot be explained. */
export async function evidenceOn(station: Station, suspects: readonly Suspect[]): Promise<string[]> {
  const lines: string[] = []
  for (const suspect of suspects.slice(0, SHOWN)) {
    const [type, name] = suspect.id.split('|') as [Type, string]
    const key = `'${type}|portal|${name}'`
    const ledger = await station.sql(
      `SELECT rev, line, hash, sign, toString(known_at) AS known_at, batch FROM ${type}_ledger WHERE key = ${key} ORDER BY known_at, sign`,
    )
    const state = await station.sql(
      `SELECT rev, hash, live, batch, toString(known_at) AS known_at FROM record_state WHERE key = ${key}`,
    )
    lines.push(JSON.stringify({ ...suspect, ledger, state }))
  }
  const incidents = await station.sql(
    'SELECT toString(at) AS at, subject, differing FROM incident ORDER BY at',
  )
  return [...lines, JSON.stringify({ incidents })]
}
