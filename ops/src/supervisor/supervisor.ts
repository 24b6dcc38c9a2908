import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ChildHooks, type ChildSpec, type Launch, SupervisedChild, launch, logFileOf } from './child.js'
import { boundLog, tailOf } from './logs.js'

const START_LIMIT_MS = 120_000
const DEATHS_AT_START = 4
const WATCH_MS = 2_000
/** A child may be busy or frozen for a while; one that has not answered for this long is ended. */
const HUNG_MS = 60_000

/** A process did not come up; `message` ends with its last lines. */
export class StartError extends Error {
  override name = 'StartError'
}

/** The supervisor is being stopped: nothing more is started. */
export class StoppedError extends Error {
  override name = 'StoppedError'
}

/** Keeps a set of children running: starts them in order, watches their health, stops them in reverse. */
export class Supervisor {
  private readonly children: SupervisedChild[] = []
  private readonly answered = new Map<string, number>()
  private readonly hooks: ChildHooks
  private watch: NodeJS.Timeout | undefined
  private ended: Promise<void> | undefined
  /** Ends the process of `runOnce`; nothing to do when it has ended. */
  private endOneShot: () => Promise<void> = () => Promise.resolve()

  constructor(hooks: ChildHooks) {
    this.hooks = hooks
  }

  /** Every child that has been started, in order. */
  get running(): readonly SupervisedChild[] {
    return this.children
  }

  /** Starts `specs` together and resolves when each does its work. @throws StartError, StoppedError */
  async start(specs: readonly ChildSpec[]): Promise<void> {
    this.assertRunning()
    const begun = specs.map((spec) => {
      const child = new SupervisedChild(spec, this.hooks)
      this.children.push(child)
      child.start()
      return this.untilAlive(child)
    })
    await Promise.all(begun)
    this.watch ??= setInterval(() => void this.look(), WATCH_MS)
  }

  /** Runs a process once to its end. @throws StartError unless it ends with code 0 */
  async runOnce(spec: Launch): Promise<void> {
    this.assertRunning()
    const child = launch(spec, this.hooks.logs)
    const exit = new Promise<number | null>((resolve) => {
      child.once('exit', resolve)
      child.once('error', () => resolve(null))
    })
    this.endOneShot = async () => {
      child.kill('SIGTERM')
      await exit
    }
    const code = await exit
    this.assertRunning()
    if (code !== 0) throw this.failed(spec.name, `ended with code ${code}`)
  }

  /** Stops the children in reverse order of their start; resolves when all are gone. */
  stop(): Promise<void> {
    return (this.ended ??= this.end())
  }

  private async end(): Promise<void> {
    clearInterval(this.watch)
    await this.endOneShot()
    for (const child of this.children.toReversed()) await child.stop()
  }

  private assertRunning(): void {
    if (this.ended) throw new StoppedError('stopping')
  }

  private failed(name: string, why: string): StartError {
    const file = logFileOf(this.hooks.logs, name)
    const last = tailOf(file, 12).map((line) => `  | ${line}`)
    return new StartError([`${name}: ${why}. Log: ${file}`, ...last].join('\n'))
  }

  private async untilAlive(child: SupervisedChild): Promise<void> {
    const { name, alive } = child.spec
    const limit = Date.now() + START_LIMIT_MS
    for (;;) {
      this.assertRunning()
      if (child.run && (await alive())) {
        this.answered.set(name, Date.now())
        return
      }
      if (child.deaths.length >= DEATHS_AT_START) throw this.failed(name, 'does not start')
      if (Date.now() > limit) throw this.failed(name, 'does not answer')
      await sleep(100)
    }
  }

  private async look(): Promise<void> {
    await Promise.all(this.children.map((child) => this.lookAt(child)))
    for (const child of this.children) boundLog(logFileOf(this.hooks.logs, child.spec.name))
  }

  private async lookAt(child: SupervisedChild): Promise<void> {
    const { name, alive } = child.spec
    if (!child.run || (await alive())) {
      this.answered.set(name, Date.now())
      return
    }
    if (this.ended || Date.now() - (this.answered.get(name) ?? Date.now()) < HUNG_MS) return
    this.hooks.say(
      `${name}: không trả lời · has not answered for ${HUNG_MS / 1_000} s, it is ended and started again`,
    )
    this.answered.set(name, Date.now())
    child.kill()
  }
}

/** Where the logs of a data directory's processes lie. */
export const logsOf = (data: string): string => join(data, 'logs')
