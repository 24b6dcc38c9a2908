import type { Answer } from './request.js'

const AGAIN_MS = 5_000

/**
 * Asks now and, while the server cannot be reached, again every few seconds; each answer is handed to `hear`. Returns how
 * to stop it, after which nothing is heard any more.
 */
export function untilReached<T>(
  ask: () => Promise<Answer<T>>,
  hear: (answer: Answer<T>) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let gone = false
  const attempt = async () => {
    const answer = await ask()
    if (gone) return
    hear(answer)
    if (!answer.ok && answer.failure === 'unreachable') timer = setTimeout(() => void attempt(), AGAIN_MS)
  }
  void attempt()
  return () => {
    gone = true
    clearTimeout(timer)
  }
}
