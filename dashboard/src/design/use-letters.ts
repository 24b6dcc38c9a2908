import { useSyncExternalStore } from 'react'

/** As `--size-13`, the smallest letters of a desk. */
const REM = 0.8125
const watch = (wake: () => void): (() => void) => {
  window.addEventListener('resize', wake)
  return () => window.removeEventListener('resize', wake)
}
const letters = (): number =>
  Math.round(REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize))

/** Size of the letters in a desk's charts, CSS px: these know no rem, which grows on very wide screens. */
export const useLetters = (): number => useSyncExternalStore(watch, letters)
