const FIRST_MS = 2_000
const LONGEST_MS = 30_000

const waiting = new Set<() => void>()

/** The server answers again: what waits for another try has it now. */
export function lineIsBack(): void {
  const now = [...waiting]
  for (const run of now) run()
}

/**
 * Runs `attempt` in a few seconds, later with each of the `tries` that failed before it, or at once when the line is back.
 * Returns how to give it up.
 */
export function again(tries: number, attempt: () => void): () => void {
  const giveUp = () => {
    clearTimeout(timer)
    waiting.delete(run)
  }
  const run = () => {
    giveUp()
    attempt()
  }
  const timer = setTimeout(run, Math.min(FIRST_MS * 2 ** tries, LONGEST_MS))
  waiting.add(run)
  return giveUp
}
