import { useSyncExternalStore } from 'react'

const QUIET = '(prefers-reduced-motion: reduce)'
const watch = (wake: () => void): (() => void) => {
  const query = window.matchMedia(QUIET)
  query.addEventListener('change', wake)
  return () => query.removeEventListener('change', wake)
}

/** Does the reader ask for no movement? Style sheets know by themselves; charts have to be told. */
export const useReducedMotion = (): boolean =>
  useSyncExternalStore(watch, () => window.matchMedia(QUIET).matches)
