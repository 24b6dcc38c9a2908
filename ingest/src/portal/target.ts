import { EXERCISE_HEADER } from '@mcc/contract'

/** The gateway cannot take these records as they are marked; the message says what to do. */
export class TargetError extends Error {
  override name = 'TargetError'
}

const LIMIT_MS = 10_000

/**
 * Exercise records go to an exercise store only, real ones to a real one only: asks the gateway which it is.
 * @throws TargetError when mark and store differ, or no gateway answers
 */
export async function assertStoreKind(target: URL, exercise: boolean): Promise<void> {
  const answer = await fetch(new URL('/v1/schema', target), { signal: AbortSignal.timeout(LIMIT_MS) }).catch(
    (error: unknown) => {
      throw new TargetError(`no gateway answers at ${target.origin} (npm start runs one)`, { cause: error })
    },
  )
  await answer.body?.cancel()
  if (!answer.ok) throw new TargetError(`${target.origin}/v1/schema: HTTP ${answer.status}`)
  const store = answer.headers.has(EXERCISE_HEADER)
  if (store && !exercise)
    throw new TargetError(
      `${target.origin} là kho diễn tập · is an exercise store: give --exercise to play these figures into it`,
    )
  if (!store && exercise)
    throw new TargetError(`${target.origin} is a real store: it takes no exercise records`)
}
