import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { restartDelay } from '../supervisor/back-off.js'
import { launch, logFileOf } from '../supervisor/child.js'
import { tailOf } from '../supervisor/logs.js'
import { StartError } from '../supervisor/supervisor.js'
import { type Progress, progressIn } from './progress.js'

const REPLAY = fileURLToPath(new URL('../../../ingest/dist/replay/main.js', import.meta.url))
const ATTEMPTS = 4
// its checkpoint is never half written: a replay busy with recounting need not be waited for
const STOP_GRACE_MS = 3_000

/** The exercise as it is played to the gateway. */
export interface Replay {
  /** Resolves when the campaign has been played to its end, or the replay was stopped. Rejects with `StartError`. */
  ended: Promise<void>
  stop: () => Promise<void>
}

function untilExit(child: ChildProcess, told: (progress: Progress) => void): Promise<number | null> {
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => {
      const progress = progressIn(line, Date.now())
      if (progress) told(progress)
    })
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.once('error', () => resolve(null))
  })
}

/**
 * Plays the exercise, from its checkpoint when there is one; a replay that dies is started again and goes on.
 * @param told called with each report of progress
 */
export function playExercise(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  logs: string,
  told: (progress: Progress) => void,
): Replay {
  let child: ChildProcess | undefined
  let stopping = false
  const play = async () => {
    for (let failures = 0; failures < ATTEMPTS && !stopping;) {
      const begun = Date.now()
      child = launch({ name: 'replay', run: { node: REPLAY }, args, env, stdout: 'pipe' }, logs)
      const code = await untilExit(child, (progress) => {
        failures = 0
        told(progress)
      })
      if (code === 0 || stopping) return
      await sleep(restartDelay(++failures, Date.now() - begun))
    }
    if (stopping) return
    const last = tailOf(logFileOf(logs, 'replay'), 8).map((line) => `  | ${line}`)
    throw new StartError(
      [`replay: dừng · cannot go on. Log: ${logFileOf(logs, 'replay')}`, ...last].join('\n'),
    )
  }
  const ended = play()
  return {
    ended,
    async stop() {
      stopping = true
      child?.kill('SIGTERM')
      const force = setTimeout(() => child?.kill('SIGKILL'), STOP_GRACE_MS)
      await ended.catch(() => undefined)
      clearTimeout(force)
    },
  }
}
