import type { Topic, TopicStates, UnitCode } from '@mcc/contract'
import { createContext, use, useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { type LiveState, stateOf } from './live-store.js'
import type { Source } from './source.js'

const LiveContext = createContext<Source | undefined>(undefined)

export function LiveProvider({ live, children }: { live: Source; children: ReactNode }) {
  return <LiveContext value={live}>{children}</LiveContext>
}
function useLive(): Source {
  const live = use(LiveContext)
  if (!live) throw new Error('LiveProvider is missing')
  return live
}

/** Any part of the live store; re-renders only when the part changes. */
export function useLiveState<T>(select: (s: LiveState) => T): T {
  return useStore(useLive().store, select)
}

/** The state of a topic, subscribed while the caller is mounted. */
export function useTopic<K extends keyof TopicStates & Topic>(topic: K): TopicStates[K] | undefined {
  const live = useLive()
  useEffect(() => live.want(topic), [live, topic])
  return useLiveState((s) => stateOf(s, topic))
}

/** The full state of one province, subscribed while mounted; undefined for no province. */
export function useProvince(code: UnitCode | undefined): TopicStates['province'] | undefined {
  const live = useLive()
  const topic =
    code === undefined || code === '00' || code === 'ZZ' ? undefined : (`province:${code}` as Topic)
  useEffect(() => (topic === undefined ? undefined : live.want(topic)), [live, topic])
  return useLiveState((s) =>
    topic === undefined ? undefined : (s.topics[topic]?.state as TopicStates['province'] | undefined),
  )
}

const everySecond = (wake: () => void): (() => void) => {
  const timer = setInterval(wake, 1_000)
  return () => clearInterval(timer)
}
const second = (): number => Math.floor(performance.now() / 1_000)

/** Monotonic milliseconds, renewed each second. */
export const useMonotonicSecond = (): number => useSyncExternalStore(everySecond, second) * 1_000

/** The server's clock now (epoch ms), carried on by the monotonic clock; undefined before it was heard. */
export function useServerClock(): number | undefined {
  const now = useMonotonicSecond()
  const server = useLiveState((s) => s.server)
  return server ? server.time + Math.max(0, now - server.heardAt) : undefined
}
