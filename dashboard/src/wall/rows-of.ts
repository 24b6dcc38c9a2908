import type { CSSProperties } from 'react'

/** Tells the style sheet how many rows, head included, share the height of a table. */
export const rowsOf = (count: number): CSSProperties => ({ '--rows': count }) as CSSProperties
