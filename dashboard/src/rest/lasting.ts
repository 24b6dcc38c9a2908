const AGAIN_MS = 5_000

/** Has the server another version by now? Its document then names other code, and what this page wants is gone. */
async function isOutdated(): Promise<boolean> {
  const own = document.querySelector('script[type="module"][src]')?.getAttribute('src')
  const answer = await fetch('/', { cache: 'no-store' })
  return answer.ok && typeof own === 'string' && !(await answer.text()).includes(own)
}

/**
 * Code that is asked for until it comes: what was once refused is never asked for again by React. A page that is older
 * than the server begins anew instead, at the address it was to go to.
 */
export const lasting =
  <T>(load: () => Promise<T>) =>
  async (): Promise<T> => {
    for (;;) {
      try {
        return await load()
      } catch {
        if (await isOutdated().catch(() => false)) window.location.reload()
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
      }
    }
  }
