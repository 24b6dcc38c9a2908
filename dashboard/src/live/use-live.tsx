import {
  isProvinceCode,
  type ProvinceState,
  type Topic,
  type TopicStates,
  type UnitCode,
} from '@mcc/contract'
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
export function useTopic<K extends Topic>(topic: K): TopicStates[K] | undefined {
  const live = useLive()
  useEffect(() => live.want(topic), [live, topic])
  return useLiveState((s) => stateOf(s, topic))
}

/** Subscribes to topics while mounted, for what is shown later and must then be there even if the line is not. */
export function useHeldTopics(topics: ReadonlySet<Topic>): void {
  const live = useLive()
  useEffect(() => {
    const drops = [...topics].map((topic) => live.want(topic))
    return () => drops.forEach((drop) => drop())
  }, [live, topics])
}

/** The full state of one province, subscribed while mounted; undefined for no province. */
export function useProvince(code: UnitCode | undefined): ProvinceState | undefined {
  const live = useLive()
  const topic = code !== undefined && isProvinceCode(code) ? (`province:${code}` as const) : undefined
  useEffect(() => (topic === undefined ? undefined : live.want(topic)), [live, topic])
  return useLiveState((s) => (topic === undefined ? undefined : stateOf(s, topic)))
}

/** What tells the time to ages and clocks: whole seconds, monotonic. */
export interface SecondHand {
  watch: (wake: () => void) => () => void
  seconds: () => number
}
const ClockContext = createContext<SecondHand>({
  watch: (wake) => {
    const timer = setInterval(wake, 1_000)
    return () => clearInterval(timer)
  },
  seconds: () => Math.floor(performance.now() / 1_000),
})

/** A clock of one's own for what is inside, as one that stands still. */
export function ClockProvider({ hand, children }: { hand: SecondHand; children: ReactNode }) {
  return <ClockContext value={hand}>{children}</ClockContext>
}

/** Monotonic milliseconds, renewed each second. */
export function useMonotonicSecond(): number {
  const { watch, seconds } = use(ClockContext)
  return useSyncExternalStore(watch, seconds) * 1_000
}

/** The server's clock now (epoch ms), carried on by the monotonic clock; undefined before it was heard. */
export function useServerClock(): number | undefined {
  const now = useMonotonicSecond()
  const server = useLiveState((s) => s.server)
  return server ? server.time + Math.max(0, now - server.heardAt) : undefined
}
