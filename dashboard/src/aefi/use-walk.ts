import { useEffect, type RefObject } from 'react'

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 }

/** Keys j and k move the focus over the links of `list`, unless somebody types or a case is open. */
export function useWalk(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest('input, select, textarea, dialog')) return
      const links = [...(list.current?.querySelectorAll<HTMLElement>('a[data-case]') ?? [])]
      const here = links.findIndex((link) => link === document.activeElement)
      links[here === -1 ? 0 : here + step]?.focus()
    }
    window.addEventListener('keydown', walk)
    return () => window.removeEventListener('keydown', walk)
  }, [list])
}
