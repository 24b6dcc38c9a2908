import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { again } from './again.js'

/** How many pieces of code did not come when they were last asked for. */
const late = createStore(() => 0)

/** Does code that the page wants not come now? */
export const useLateCode = (): boolean => useStore(late, (pieces) => pieces > 0)

/** A page younger than this does not begin anew for code that it misses: it would do so without end. */
const YOUNG_MS = 30_000
const TIMEOUT_MS = 10_000

/**
 * Must this page begin anew to have its code? It must when the server has another version by now, whose document names
 * other code; and when the server answers, but what failed fails again: a browser may ask for a module only once.
 */
async function mustBeginAnew(tries: number): Promise<boolean> {
  const own = document.querySelector('script[type="module"][src]')?.getAttribute('src')
  const answer = await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) })
  if (!answer.ok) return false
  const outdated = typeof own === 'string' && !(await answer.text()).includes(own)
  return outdated || (tries > 0 && performance.now() > YOUNG_MS)
}

/**
 * Code that is asked for until it comes: what was once refused is never asked for again by React. A page that cannot have
 * it otherwise begins anew, at the address it was to go to.
 */
export const lasting =
  <T>(load: () => Promise<T>) =>
  async (): Promise<T> => {
    for (let tries = 0; ; tries += 1) {
      try {
        const code = await load()
        if (tries > 0) late.setState((pieces) => pieces - 1)
        return code
      } catch {
        if (tries === 0) late.setState((pieces) => pieces + 1)
        if (await mustBeginAnew(tries).catch(() => false)) window.location.reload()
        await new Promise<void>((resolve) => void again(tries, resolve))
      }
    }
  }
