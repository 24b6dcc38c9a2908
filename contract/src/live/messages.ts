import { PROVINCE_CODES } from '../reference/units.js'
import type { Change, Json } from './diff.js'

/** State topics. `nation` carries all provinces in short; `province:CODE` one in full. */
export const TOPICS = [
  'nation',
  'alarms',
  'allocation',
  'aefi',
  'system',
  'playlists',
  ...PROVINCE_CODES.map((c) => `province:${c}` as const),
] as const
export type Topic = (typeof TOPICS)[number]
const topics: ReadonlySet<string> = new Set(TOPICS)
export const isTopic = (t: unknown): t is Topic => typeof t === 'string' && topics.has(t)

interface Stamp {
  topic: Topic
  /** Changes whenever the server's count starts anew; states of different epochs are never merged. */
  epoch: string
  seq: number
  /** The watermark: everything known up to this instant is counted in. UTC, ISO 8601. */
  asOf: string
}
export interface Snapshot extends Stamp {
  serverTime: string
  state: Json
}
export interface Delta extends Stamp {
  prev: number
  changes: Change[]
}
export interface Heartbeat {
  serverTime: string
  epoch: string
  /** Newest sequence of each topic subscribed, so that a lost last delta is noticed. */
  seqs: Partial<Record<Topic, number>>
}

export const HEARTBEAT_MS = 5_000

export interface ServerToClient {
  snapshot: (m: Snapshot) => void
  delta: (m: Delta) => void
  heartbeat: (m: Heartbeat) => void
  refused: (m: { topic: string; code: 'no_such_topic' | 'not_allowed' }) => void
}
export interface ClientToServer {
  subscribe: (m: { topics: string[] }) => void
  unsubscribe: (m: { topics: string[] }) => void
  /** Asks for a fresh snapshot after a gap. */
  resync: (m: { topic: string }) => void
}

/** What a client holds of one topic. */
export interface Held {
  epoch: string
  seq: number
  asOf: string
  state: Json
}
