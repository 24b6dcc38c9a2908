import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { deathsInARow, restartDelay } from './back-off.js'
import { openLog, tailOf } from './logs.js'
import { signal, startedAt, stillRuns } from './process-identity.js'
import type { ChildRun } from './run-file.js'

const LEASH = new URL('../../leash.mjs', import.meta.url).href
const GUARD = fileURLToPath(new URL('../../guard.mjs', import.meta.url))
/**
 * Room for what is young, in MB: a batch lives for a moment, but longer than it takes to fill V8's 16 MB, and carrying it
 * over took a fifth of the time of gateway and writer. docker-compose.yml says the same.
 */
const YOUNG = '--max-semi-space-size=64'
const STOP_GRACE_MS = 10_000
const LOG_LINES = 12

/** One process to be kept running. */
export interface ChildSpec {
  name: string
  /** A file for node, or a foreign program, which then runs under `guard.mjs`. */
  run: { node: string } | { program: string }
  args?: readonly string[]
  env: NodeJS.ProcessEnv
  /** Is it doing its work? Asked every two seconds. */
  alive: () => Promise<boolean>
}

/** A process that is begun and not kept running; its `stdout` may be read instead of logged. */
export type Launch = Omit<ChildSpec, 'alive'> & { stdout?: 'pipe' }

export interface ChildHooks {
  /** A line for the person at the terminal. */
  say: (line: string) => void
  /** A pid or the number of restarts has changed. */
  changed: () => void
  logs: string
}

export const logFileOf = (logs: string, name: string): string => join(logs, `${name}.log`)

/** Starts a process on the leash, its output going to its own log file. It is in a process group of its own: Ctrl-C reaches the supervisor only. */
export function launch(spec: Launch, logs: string): ChildProcess {
  const fd = openLog(logFileOf(logs, spec.name))
  const args = spec.args ?? []
  try {
    return spawn(
      process.execPath,
      'node' in spec.run
        ? [YOUNG, '--import', LEASH, '--enable-source-maps', spec.run.node, ...args]
        : [GUARD, spec.run.program, ...args],
      { env: spec.env, stdio: ['ignore', spec.stdout ?? fd, fd, 'ipc'], detached: true },
    )
  } finally {
    closeSync(fd)
  }
}

/** A process that is started again whenever it dies, until it is stopped. */
export class SupervisedChild {
  readonly spec: ChildSpec
  /** When each death of this child came, epoch ms. */
  readonly deaths: number[] = []
  private readonly hooks: ChildHooks
  private process: ChildProcess | undefined
  private programPid: number | undefined
  private stopping = false
  private loop: Promise<void> = Promise.resolve()

  constructor(spec: ChildSpec, hooks: ChildHooks) {
    this.spec = spec
    this.hooks = hooks
  }

  start(): void {
    this.loop = this.keepRunning()
  }

  /** What the run file says of it; `undefined` while it is down. */
  get run(): ChildRun | undefined {
    const pid = this.programPid ?? this.process?.pid
    const started = pid === undefined ? undefined : startedAt(pid)
    return pid === undefined || started === undefined
      ? undefined
      : { pid, started, restarts: this.deaths.length }
  }

  /** Ends a child that no longer does its work; it is started again like a dead one. */
  kill(): void {
    const pid = this.run?.pid
    if (pid !== undefined) signal(pid, 'SIGKILL')
  }

  /** SIGTERM, SIGKILL after ten seconds; resolves when the process is gone. */
  async stop(): Promise<void> {
    this.stopping = true
    this.process?.kill('SIGTERM')
    const force = setTimeout(() => {
      this.kill()
      this.process?.kill('SIGKILL')
    }, STOP_GRACE_MS)
    await this.loop
    clearTimeout(force)
    await this.endLeftOver()
  }

  private async keepRunning(): Promise<void> {
    for (;;) {
      await this.endLeftOver()
      if (this.stopping) return
      const born = Date.now()
      const why = await this.once()
      if (this.stopping) return
      const died = Date.now()
      this.deaths.push(died)
      this.hooks.changed()
      const row = deathsInARow(this.deaths, died)
      const delay = restartDelay(row, died - born)
      this.tell(why, row, delay)
      for (let waited = 0; waited < delay && !this.stopping; waited += 50) await sleep(50)
    }
  }

  /** The program of a guard that was killed itself would hold port and data of the next one. */
  private async endLeftOver(): Promise<void> {
    const pid = this.programPid
    this.programPid = undefined
    const started = pid === undefined ? undefined : startedAt(pid)
    if (pid === undefined || started === undefined) return
    signal(pid, 'SIGKILL')
    while (stillRuns(pid, started)) await sleep(50)
  }

  private once(): Promise<string> {
    return new Promise((resolve) => {
      const child = launch(this.spec, this.hooks.logs)
      this.process = child
      child.on('message', (message) => {
        const pid: unknown = (message as { pid?: unknown }).pid
        if (typeof pid === 'number') this.programPid = pid
        this.hooks.changed()
      })
      child.once('spawn', () => this.hooks.changed())
      child.once('error', (error) => resolve(error.message))
      child.once('exit', (code, by) => resolve(by ? `ended by ${by}` : `exit code ${code}`))
    })
  }

  private tell(why: string, row: number, delay: number): void {
    const { name } = this.spec
    const again = delay < 1_000 ? 'at once' : `in ${Math.round(delay / 1_000)} s`
    this.hooks.say(`${name}: dừng đột ngột · died (${why}), starting again ${again}`)
    if (row !== 3 && row % 10 !== 0) return
    this.hooks.say(`${name}: chết liên tục · has died ${row} times within a minute. Its last lines:`)
    for (const line of tailOf(logFileOf(this.hooks.logs, name), LOG_LINES)) this.hooks.say(`  | ${line}`)
  }
}
