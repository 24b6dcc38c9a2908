import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { restartDelay } from '../supervisor/back-off.js'
import { launch, logFileOf } from '../supervisor/child.js'
import { tailOf } from '../supervisor/logs.js'
import { StartError } from '../supervisor/supervisor.js'
import { type ReplayProgress, replayProgress } from './progress.js'

const REPLAY = fileURLToPath(new URL('../../../ingest/dist/replay/main.js', import.meta.url))
const ATTEMPTS = 5

/** The exercise as it is played to the gateway. */
export interface Replay {
  /** Resolves when the campaign has been played to its end, or the replay was stopped. @throws StartError */
  ended: Promise<void>
  stop: () => Promise<void>
}

function once(child: ChildProcess, told: (progress: ReplayProgress) => void): Promise<number | null> {
  child.on('message', (message) => {
    const parsed = replayProgress.safeParse(message)
    if (parsed.success) told(parsed.data)
  })
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.once('error', () => resolve(null))
  })
}

/**
 * Plays the exercise, from its checkpoint when there is one; a replay that dies is started again and goes on.
 * @param told called with each progress report
 */
export function playExercise(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  logs: string,
  told: (progress: ReplayProgress) => void,
): Replay {
  let child: ChildProcess | undefined
  let stopping = false
  const play = async () => {
    for (let attempt = 1; attempt <= ATTEMPTS && !stopping; attempt++) {
      const begun = Date.now()
      child = launch({ name: 'replay', run: { node: REPLAY }, args, env }, logs)
      const code = await once(child, (progress) => {
        attempt = 1
        told(progress)
      })
      if (code === 0 || stopping) return
      await sleep(restartDelay(attempt, Date.now() - begun))
    }
    if (stopping) return
    const file = logFileOf(logs, 'replay')
    throw new StartError(['replay: does not run. Log: ' + file, ...tailOf(file, 12)].join('\n'))
  }
  const ended = play()
  return {
    ended,
    async stop() {
      stopping = true
      child?.kill('SIGTERM')
      const force = setTimeout(() => child?.kill('SIGKILL'), 10_000)
      await ended.catch(() => undefined)
      clearTimeout(force)
    },
  }
}
