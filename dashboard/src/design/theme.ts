import { cssVariables, DARK, LIGHT, type Palette } from './palette.js'

export type Theme = 'light' | 'dark'
export const paletteOf = (theme: Theme): Palette => (theme === 'light' ? LIGHT : DARK)

/** Puts the palette on the page; `color-scheme` makes form controls and scroll bars follow. */
export function applyTheme(theme: Theme, root: HTMLElement = document.documentElement): void {
  root.dataset['theme'] = theme
  root.style.colorScheme = theme
  for (const [name, value] of cssVariables(paletteOf(theme))) root.style.setProperty(name, value)
}

/** What the operating system asks for. */
export const preferredTheme = (): Theme =>
  window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
