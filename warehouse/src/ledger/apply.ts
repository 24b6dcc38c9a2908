import { type AnyEvent, type EventType, recordKey } from '@mcc/contract'
import { contentOf, type Content, hashOf } from './content.js'
import { type RecordState, rowsOf } from './state.js'
import { utc } from './utc.js'

/** One accepted record on its way into the ledger. Times are epoch milliseconds. */
export interface Incoming {
  event: AnyEvent
  batch: string
  receivedAt: number
  /** When it becomes known here; rises from batch to batch. */
  knownAt: number
}

/**
 * What became of a record: counted; already here; older than what is here.
 * `conflict` marks the same revision with other content: the larger content hash wins, whatever the order.
 */
export interface Outcome {
  kind: 'stored' | 'duplicate' | 'superseded'
  conflict: boolean
}

export interface SignedRow {
  type: EventType
  day: string
  unit: string
  /** The row as a JSON array: `ROW_COLUMNS`, then the content columns of the type. */
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

export const VOID_HASH = 'void'

/** The state that an event would establish; `contents` are its ledger rows, none for a void. */
function stateOf({ event, batch }: Incoming, contents: readonly Content[]): RecordState {
  const live = event.op !== 'void'
  const rows = JSON.stringify(contents)
  return { key: recordKey(event), rev: event.rev, hash: live ? hashOf(rows) : VOID_HASH, live, rows, batch }
}

const contentsOf = ({ event }: Incoming): Content[] => (event.op === 'void' ? [] : contentOf(event))

/** The state that an event would establish. */
export const stateFrom = (incoming: Incoming): RecordState => stateOf(incoming, contentsOf(incoming))

/** Is `a` to be preferred to `b`? By revision, then by content hash. */
export const newer = (a: RecordState, b: RecordState): boolean =>
  a.rev > b.rev || (a.rev === b.rev && a.hash > b.hash)

/** Judges an arriving state against the one held; `held` is undefined for a record never seen. */
export function judge(held: RecordState | undefined, next: RecordState): Outcome {
  if (!held) return { kind: 'stored', conflict: false }
  const conflict = held.rev === next.rev && held.hash !== next.hash
  if (newer(next, held)) return { kind: 'stored', conflict }
  if (held.rev !== next.rev || conflict) return { kind: 'superseded', conflict }
  return { kind: 'duplicate', conflict: false }
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
  const { event, batch, receivedAt, knownAt } = incoming
  const own = JSON.stringify([
    key,
    event.rev,
    line,
    hash,
    sign,
    batchTime(receivedAt),
    batchTime(knownAt),
    batch,
  ])
  const text = `${own.slice(0, -1)},${JSON.stringify(content).slice(1)}`
  return { type: event.type, day: String(content[0]), unit: String(content[1]), text }
}

/**
 * Counts records that come for the first time: a new one adds +1, a correction −1 of the old content and +1 of the new,
 * a void −1. `held` is the present state of their keys; later records of the same key see the effect of earlier ones.
 */
export function applyFresh(records: readonly Incoming[], held: ReadonlyMap<string, RecordState>): Effect {
  const states = new Map<string, RecordState>()
  const rows: SignedRow[] = []
  const outcomes = records.map((incoming) => {
    const contents = contentsOf(incoming)
    const next = stateOf(incoming, contents)
    const old = states.get(next.key) ?? held.get(next.key)
    const outcome = judge(old, next)
    if (outcome.kind !== 'stored') return outcome
    if (old?.hash !== next.hash) {
      if (old)
        rowsOf(old).forEach((content, line) =>
          rows.push(signedRow(incoming, next.key, old.hash, line, -1, content)),
        )
      contents.forEach((content, line) =>
        rows.push(signedRow(incoming, next.key, next.hash, line, 1, content)),
      )
    }
    states.set(next.key, next)
    return outcome
  })
  return { rows, states, outcomes }
}
