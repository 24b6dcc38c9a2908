import type { Answer } from './request.js'

/** While a count moves, at most this often. */
const EVERY_MS = 2_000

/**
 * Asks now, and again once `count` says something else than at the last answer or while the server cannot be reached, but
 * only while the page is looked at: a look may go on record. One question at a time, each answer is handed to `hear`.
 * Returns how to stop it, after which nothing is heard any more.
 */
export function whenMoved<T>(
  ask: () => Promise<Answer<T>>,
  count: () => string | undefined,
  hear: (answer: Answer<T>) => void,
): () => void {
  let answered: { count: string | undefined } | undefined
  let asking = false
  let gone = false
  const look = async () => {
    const now = count()
    if (asking || document.hidden || (answered && answered.count === now)) return
    asking = true
    const answer = await ask()
    asking = false
    if (gone) return
    if (answer.ok || answer.failure !== 'unreachable') answered = { count: now }
    hear(answer)
  }
  void look()
  const timer = setInterval(() => void look(), EVERY_MS)
  return () => {
    gone = true
    clearInterval(timer)
  }
}
