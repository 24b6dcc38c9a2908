import { type RefObject, useLayoutEffect, useState } from 'react'

/**
 * How many entries stand whole in a list that lays out what does not fit in a column beside it, out of sight. Measured
 * again when `entries`, or the size of the list or of one of them, change.
 */
export function useFitting(list: RefObject<HTMLElement | null>, entries: readonly unknown[]): number {
  const [fitting, setFitting] = useState(entries.length)
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const rows = [...element.querySelectorAll<HTMLElement>(':scope > *')]
    const measure = () => setFitting(rows.filter((row) => row.offsetLeft === rows[0]?.offsetLeft).length)
    const observer = new ResizeObserver(measure)
    for (const part of [element, ...rows]) observer.observe(part)
    measure()
    return () => observer.disconnect()
  }, [list, entries])
  return fitting
}
