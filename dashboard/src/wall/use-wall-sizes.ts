import { useLayoutEffect } from 'react'
import { wallScale, type Viewing } from '../design/viewing.js'

/** From this label size on the scenes leave out what only explains. */
const TIGHT_VH = 4.3

/** The wall's sizes as custom properties of the document, where the frames read them too; true when they leave little room. */
export function useWallSizes({ screen, distance }: Viewing): boolean {
  useLayoutEffect(() => {
    const root = document.documentElement
    for (const [name, vh] of Object.entries(wallScale({ screen, distance })))
      root.style.setProperty(`--wall-${name}`, `${vh}vh`)
  }, [screen, distance])
  return wallScale({ screen, distance }).label > TIGHT_VH
}
