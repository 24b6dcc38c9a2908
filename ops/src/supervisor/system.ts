import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../config.js'
import type { ChildSpec } from './child.js'
import { lockDirectory } from './lock.js'
import { type Plan, planOf } from './plan.js'
import { isFree } from './ports.js'
import { signal, stillRuns } from './process-identity.js'
import { readRunFile, writeRunFile } from './run-file.js'
import { StartError, Supervisor, logsOf } from './supervisor.js'

const LEFT_OVER_MS = 12_000

/** The whole machine on one data directory. */
export interface System {
  plan: Plan
  /** Adds a process that runs beside the services, e.g. the exercise. */
  supervisor: Supervisor
  stop: () => Promise<void>
}

/** Processes of a supervisor that was killed end by themselves within ten seconds; those that do not are ended. */
async function endLeftOvers(data: string, say: (line: string) => void): Promise<void> {
  const left = () =>
    Object.values(readRunFile(data)?.children ?? {}).filter((child) => stillRuns(child.pid, child.started))
  if (left().length > 0) say('chờ tiến trình cũ kết thúc · waiting for processes of the last run to end')
  for (const limit = Date.now() + LEFT_OVER_MS; left().length > 0; await sleep(200))
    if (Date.now() > limit) for (const child of left()) signal(child.pid, 'SIGKILL')
}

async function assertPorts(config: Config): Promise<void> {
  for (const [name, port] of [
    ['PORT', config.port],
    ['INGEST_PORT', config.ingestPort],
  ] as const)
    if (!(await isFree(port, config.host)))
      throw new StartError(
        `Cổng ${port} đang bận · port ${port} is in use: free it, or set ${name} to another one`,
      )
}

function keepRunFile(config: Config, plan: Plan, supervisor: Supervisor): void {
  const children = supervisor.running.flatMap((child) =>
    child.run ? [[child.spec.name, child.run] as const] : [],
  )
  writeRunFile(config.data, {
    supervisor: process.pid,
    ports: plan.ports,
    clickhouseUrl: plan.clickhouseUrl,
    redisUrl: plan.redisUrl,
    children: Object.fromEntries(children),
  })
}

/** How a system is started. */
export interface Start {
  config: Config
  /** Named to whoever tries to use the same directory. */
  what: string
  say: (line: string) => void
  /** Added to the environment of every process. */
  extra: NodeJS.ProcessEnv
  /** Runs while the directory is locked, before any process starts. */
  prepare: () => Promise<void>
  /** Told how to stop as soon as there is something to stop. */
  begun: (stop: () => Promise<void>) => void
}

/**
 * Starts stores, migrations and services on `config.data` and resolves when all do their work.
 * @throws DirectoryHeldError when another supervisor has the directory
 * @throws StartError when a port is taken or a process does not come up; everything begun is stopped again
 */
export async function startSystem(start: Start): Promise<System> {
  const { config, say } = start
  const unlock = lockDirectory(config.data, start.what, new Date())
  let plan: Plan | undefined
  const changed = () => plan && keepRunFile(config, plan, supervisor)
  const supervisor = new Supervisor({ say, changed, logs: logsOf(config.data) })
  const stop = async () => {
    await supervisor.stop()
    unlock()
  }
  start.begun(stop)
  const up = async (specs: readonly ChildSpec[]) => {
    if (specs.length > 0) say(`khởi động · starting ${specs.map((s) => s.name).join(', ')}`)
    await supervisor.start(specs)
  }
  try {
    await endLeftOvers(config.data, say)
    await assertPorts(config)
    await start.prepare()
    plan = await planOf(config, start.extra)
    await up(plan.stores)
    say('cập nhật kho dữ liệu · migrating the warehouse')
    await supervisor.runOnce(plan.migrate)
    await up(plan.services)
    return { plan, supervisor, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
