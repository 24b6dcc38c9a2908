import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { PastMoment } from '../live/live-store.js'
import { type Mode, modeOf } from './mode.js'
import { past } from './past.js'

/** What the address asks for. */
export function useMode(): Mode {
  const { at, replay, speed } = useSearch({ from: '__root__' })
  return useMemo(() => modeOf({ at, replay, speed }), [at, replay, speed])
}

/** How far the past is shown; undefined while the page is live. */
export const usePast = (): PastMoment | undefined => useStore(past.store, (s) => s.past)

/** Does the page show anything but the present? */
export const useIsPast = (): boolean => useMode().kind !== 'live'

/** The past moment that the figures on the screen are of (UTC text); undefined while live, and before any stand there. */
export function useMoment(): string | undefined {
  const mode = useMode()
  const told = usePast()
  if (mode.kind === 'live') return undefined
  const asked = mode.kind === 'moment' ? mode.at : mode.kind === 'replay' ? mode.from : undefined
  return told?.shown ?? told?.at ?? asked
}
