import { type AnyEvent, type EventType, recordKey } from '@mcc/contract'
import { contentOf, type Content, hashOf, utc } from './content.js'
import type { RecordState } from './state.js'

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
  row: Record<string, string | number | null | string[]>
}

export interface Effect {
  rows: SignedRow[]
  states: Map<string, RecordState>
  /** In the order of the records given. */
  outcomes: Outcome[]
}

export const VOID_HASH = 'void'

/** The state that an event would establish. */
export function stateFrom(incoming: Incoming): RecordState {
  const { event, batch } = incoming
  const rows = event.op === 'void' ? [] : contentOf(event)
  const live = event.op !== 'void'
  return { key: recordKey(event), rev: event.rev, hash: live ? hashOf(rows) : VOID_HASH, live, rows, batch }
}

/** Is `a` to be preferred to `b`? By revision, then by content hash. */
const newer = (a: RecordState, b: RecordState): boolean =>
  a.rev > b.rev || (a.rev === b.rev && a.hash > b.hash)

/** Judges an arriving state against the one held; `held` is undefined for a record never seen. */
export function judge(held: RecordState | undefined, next: RecordState, redelivered: boolean): Outcome {
  if (!held) return { kind: 'stored', conflict: false }
  const conflict = held.rev === next.rev && held.hash !== next.hash
  if (newer(next, held)) return { kind: 'stored', conflict }
  if (held.rev !== next.rev || conflict) return { kind: 'superseded', conflict }
  // the very batch that brought it comes again after a crash: it is what stored it
  return { kind: redelivered && held.batch === next.batch ? 'stored' : 'duplicate', conflict: false }
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
  return {
    type: event.type,
    row: {
      key,
      rev: event.rev,
      line,
      hash,
      sign,
      received_at: utc(receivedAt),
      known_at: utc(knownAt),
      batch,
      ...content,
    },
  }
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
    const outcome = judge(old, next, false)
    if (outcome.kind !== 'stored') return outcome
    if (old?.hash !== next.hash) {
      old?.rows.forEach((content, line) =>
        rows.push(signedRow(incoming, next.key, old.hash, line, -1, content)),
      )
      next.rows.forEach((content, line) =>
        rows.push(signedRow(incoming, next.key, next.hash, line, 1, content)),
      )
    }
    states.set(next.key, next)
    return outcome
  })
  return { rows, states, outcomes }
}
