import { type EventType, groupBy } from '@mcc/contract'
import { z } from 'zod'
import type { Incoming, SignedRow } from '../ledger/apply.js'
import type { Warehouse } from '../connect.js'
import { BETWEEN_ROWS, hashOf, ledgerOf, VOID_HASH } from '../ledger/content.js'
import { insertSigned } from '../ledger/insert.js'
import { bringTo, type Net, readNet } from '../ledger/redeliver.js'
import { chunks, readStates, type RecordState, rowsOf, writeStates } from '../ledger/state.js'
import type { Finding } from './incident.js'

const EXAMPLES = 20

/** Stands for a record of which only the key is at hand. */
function standIn(key: string, rev: number, knownAt: number): Incoming {
  const entry = { key, rev, hash: VOID_HASH, rows: '' }
  return { entry, batch: 'reconcile', receivedAt: knownAt, knownAt }
}

async function revisions(w: Warehouse, type: EventType, keys: readonly string[]) {
  const answer = await w.ch.query({
    query: `SELECT key, max(rev) AS rev, argMax(batch, known_at) AS batch FROM ${ledgerOf(type)}
      WHERE key IN {keys:Array(String)} AND sign = 1 GROUP BY key`,
    query_params: { keys },
    format: 'JSONEachRow',
  })
  const rows = z
    .array(z.object({ key: z.string(), rev: z.int(), batch: z.string() }))
    .parse(await answer.json())
  return new Map(rows.map((r) => [r.key, r]))
}

/** The state that the ledger speaks of, when it speaks of exactly one content; its revision is the newest it saw. */
function stateOf(
  key: string,
  net: readonly Net[],
  seen: { rev: number; batch: string } | undefined,
): RecordState | undefined {
  const hash = net[0]?.hash
  if (hash === undefined || !seen || net.some((n) => n.net !== 1 || n.hash !== hash)) return undefined
  const rows = net
    .toSorted((a, b) => a.line - b.line)
    .map((n) => n.content)
    .join(BETWEEN_ROWS)
  return { key, rev: seen.rev, hash, live: true, rows, batch: seen.batch }
}

/**
 * Which is right? A ledger that speaks of one content is, over a state that is missing, damaged (its hash is not that of
 * its rows) or older. Otherwise the state is: it is written only after the ledger acknowledged, so the ledger lost rows.
 */
const ledgerIsRight = (held: RecordState | undefined, ledger: RecordState | undefined): boolean =>
  ledger !== undefined && (!held || (held.live && hashOf(held.rows) !== held.hash) || ledger.rev > held.rev)

/** Was it mended since it was found, by a message that came again? */
const inOrder = (held: RecordState | undefined, ledger: RecordState | undefined, mine: readonly Net[]) =>
  held?.live ? ledger?.hash === held.hash && mine.length === rowsOf(held).length : mine.length === 0

async function healKeys(
  w: Warehouse,
  type: EventType,
  keys: readonly string[],
  knownAt: number,
): Promise<Finding['examples']> {
  const held = await readStates(w, keys)
  const net = groupBy(
    await readNet(
      w,
      keys.map((k) => standIn(k, 1, knownAt)),
    ),
    (n) => n.key,
  )
  const seen = await revisions(w, type, keys)
  const rows: SignedRow[] = []
  const states: RecordState[] = []
  const examples = keys.flatMap((key) => {
    const state = held.get(key)
    const mine = (net.get(key) ?? []).filter((n) => n.net !== 0)
    const ledger = stateOf(key, mine, seen.get(key))
    if (inOrder(state, ledger, mine)) return []
    const said = mine.map((n) => `${n.hash}×${n.net}`).join(' ')
    const before = { key, state: state ? `${state.rev} ${state.hash}` : 'none', ledger: said }
    if (ledger && ledgerIsRight(state, ledger)) {
      states.push(ledger)
      return { ...before, healed: 'state', after: `${ledger.rev} ${ledger.hash}` }
    }
    if (!state) return { ...before, healed: 'undecided' }
    rows.push(...bringTo(standIn(key, state.rev, knownAt), state, mine))
    return { ...before, healed: 'ledger', after: `${state.rev} ${state.hash}` }
  })
  await insertSigned(w, rows)
  if (states.length > 0) await writeStates(w, states, knownAt)
  return examples
}

/**
 * Heals records whose ledger and state were found to differ, by type; nothing may be counted meanwhile. `knownAt` is the
 * known time of the rows that must be added. Undefined when there was nothing to heal any more.
 */
export async function healStates(
  w: Warehouse,
  differing: ReadonlyMap<EventType, readonly string[]>,
  knownAt: number,
): Promise<Finding | undefined> {
  const examples: Finding['examples'] = []
  for (const [type, keys] of differing)
    for (const part of chunks(keys, 500)) examples.push(...(await healKeys(w, type, part, knownAt)))
  if (examples.length === 0) return undefined
  return { subject: 'record_state', differing: examples.length, examples: examples.slice(0, EXAMPLES) }
}
