import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach } from 'vitest'

/** A place on the page to draw on: it stands empty before each test of the file that asks for it, and is gone after it. */
export function blankPage(): { host: HTMLElement; render: (what: ReactNode) => void } {
  const host = document.createElement('div')
  let root: Root
  beforeEach(() => {
    ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
    document.body.append(host)
    root = createRoot(host)
  })
  afterEach(() => {
    act(() => root.unmount())
    host.remove()
  })
  return { host, render: (what) => act(() => root.render(what)) }
}

/** Lets time pass, in which the page draws what comes, until it is `so`. */
export async function drawnUntil(so: () => boolean): Promise<void> {
  while (!so()) await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
}
