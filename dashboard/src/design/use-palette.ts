import { useSyncExternalStore } from 'react'
import type { Palette } from './palette.js'
import { paletteOf } from './theme.js'

const watchTheme = (wake: () => void): (() => void) => {
  const observer = new MutationObserver(wake)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
const theme = () => (document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light')

/** Colours of the page's theme, for maps and charts, which cannot read custom properties. */
export const usePalette = (): Palette => paletteOf(useSyncExternalStore(watchTheme, theme))
