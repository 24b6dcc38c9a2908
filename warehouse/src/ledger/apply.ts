import type { AnyEvent, EventType } from '@mcc/contract'
import { type Content, type Entry, entryOf, type Place, placeOf, typeOfKey, VOID_HASH } from './content.js'
import { type RecordState, rowsOf } from './state.js'
import { utc } from './utc.js'

/** One accepted record on its way into the ledger. Times are epoch milliseconds. */
export interface Incoming {
  entry: Entry
  batch: string
  receivedAt: number
  /** When it becomes known here; rises from batch to batch. */
  knownAt: number
}

/** What may become of a record: counted; already here; older than what is here. */
export const OUTCOMES = ['stored', 'duplicate', 'superseded'] as const

/** What became of a record; `conflict` marks the same revision with other content: the larger content hash wins, whatever the order. */
export interface Outcome {
  readonly kind: (typeof OUTCOMES)[number]
  readonly conflict: boolean
}

/** An event that the contract has accepted, on its way. */
export const incoming = (event: AnyEvent, way: Omit<Incoming, 'entry'>): Incoming => ({
  entry: entryOf(event),
  ...way,
})

export interface SignedRow {
  type: EventType
  place: Place
  /** The content, then the values of `ROW_COLUMNS` with a tab before each: the engine would trim an empty value at the end. */
  text: string
}

/** Columns about the row itself: which record and content, its sign, and when it became known. */
export const ROW_COLUMNS = ['key', 'rev', 'line', 'hash', 'sign', 'received_at', 'known_at', 'batch'] as const

export interface Effect {
  rows: SignedRow[]
  states: Map<string, RecordState>
  /** In the order of the records given. */
  outcomes: Outcome[]
}

/** The state that a record would establish. */
export function stateFrom({ entry, batch }: Incoming): RecordState {
  const { key, rev, hash, rows } = entry
  return { key, rev, hash, live: hash !== VOID_HASH, rows, batch }
}

/** Is `a` to be preferred to `b`? By revision, then by content hash. */
export const newer = (a: RecordState, b: RecordState): boolean =>
  a.rev > b.rev || (a.rev === b.rev && a.hash > b.hash)

const STORED: Outcome = { kind: 'stored', conflict: false }
const DUPLICATE: Outcome = { kind: 'duplicate', conflict: false }

/** Judges an arriving state against the one held; `held` is undefined for a record never seen. */
export function judge(held: RecordState | undefined, next: RecordState): Outcome {
  if (!held) return STORED
  const conflict = held.rev === next.rev && held.hash !== next.hash
  if (newer(next, held)) return { kind: 'stored', conflict }
  if (held.rev !== next.rev || conflict) return { kind: 'superseded', conflict }
  return DUPLICATE
}

const batchTimes = new Map<number, string>()
/** `utc` of a moment that all rows of a batch share. */
function batchTime(ms: number): string {
  let text = batchTimes.get(ms)
  if (text === undefined) {
    if (batchTimes.size > 1_000) batchTimes.clear()
    batchTimes.set(ms, (text = utc(ms)))
  }
  return text
}

/** The ledger row of `content` with its keys, sign and times. */
export function signedRow(
  incoming: Incoming,
  key: string,
  hash: string,
  line: number,
  sign: number,
  content: Content,
): SignedRow {
  const { entry, batch, receivedAt, knownAt } = incoming
  const own = `${key}\t${entry.rev}\t${line}\t${hash}\t${sign}`
  const text = `${content}\t${own}\t${batchTime(receivedAt)}\t${batchTime(knownAt)}\t${batch}`
  return { type: typeOfKey(key), place: placeOf(content), text }
}

/**
 * Counts records that come for the first time: a new one adds +1, a correction −1 of the old content and +1 of the new,
 * a void −1. `held` is the present state of their keys; later records of the same key see the effect of earlier ones.
 */
export function applyFresh(records: readonly Incoming[], held: ReadonlyMap<string, RecordState>): Effect {
  const states = new Map<string, RecordState>()
  const rows: SignedRow[] = []
  const outcomes = records.map((incoming) => {
    const next = stateFrom(incoming)
    const old = states.get(next.key) ?? held.get(next.key)
    const outcome = judge(old, next)
    if (outcome.kind !== 'stored') return outcome
    if (old?.hash !== next.hash) {
      if (old)
        rowsOf(old).forEach((content, line) =>
          rows.push(signedRow(incoming, next.key, old.hash, line, -1, content)),
        )
      rowsOf(next).forEach((content, line) =>
        rows.push(signedRow(incoming, next.key, next.hash, line, 1, content)),
      )
    }
    states.set(next.key, next)
    return outcome
  })
  return { rows, states, outcomes }
}
