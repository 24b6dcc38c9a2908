import { useSyncExternalStore } from 'react'

/** From here on a table has room for all its columns. */
const WIDE = '(min-width: 900px)'
const watch = (wake: () => void): (() => void) => {
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', wake)
  return () => query.removeEventListener('change', wake)
}

/** Is the window wide enough for desk tables? */
export const useWide = (): boolean => useSyncExternalStore(watch, () => window.matchMedia(WIDE).matches)
