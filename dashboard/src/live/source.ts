import type { Topic } from '@mcc/contract'
import type { StoreApi } from 'zustand/vanilla'
import type { LiveState } from './live-store.js'

/** Where views read states from: the live line, or what was known at a moment. */
export interface Source {
  readonly store: StoreApi<LiveState>
  /** Wants a topic until the returned function is called. */
  want(topic: Topic): () => void
}
