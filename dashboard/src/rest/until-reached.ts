import { again } from './again.js'
import type { Answer } from './request.js'

/**
 * Asks now and, while the server cannot be reached, again and again; each answer is handed to `hear`. Returns how to stop
 * it, after which nothing is heard any more.
 */
export function untilReached<T>(
  ask: () => Promise<Answer<T>>,
  hear: (answer: Answer<T>) => void,
): () => void {
  let giveUp = () => {}
  let tries = 0
  let gone = false
  const attempt = async () => {
    const answer = await ask()
    if (gone) return
    hear(answer)
    if (!answer.ok && answer.failure === 'unreachable') giveUp = again(tries++, () => void attempt())
  }
  void attempt()
  return () => {
    gone = true
    giveUp()
  }
}
