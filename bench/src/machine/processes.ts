import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Where this repository lies. */
export const ROOT = join(import.meta.dirname, '../../..')
/** USER_HZ: the unit of CPU times in /proc, 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

/** Starts a built program of this repository with the flags that the supervisor gives it; it ends with this process. What it logs goes to stderr. */
export function startNode(file: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const run = [
    '--max-semi-space-size=64',
    '--import',
    join(ROOT, 'ops/leash.mjs'),
    '--enable-source-maps',
    join(ROOT, file),
    ...args,
  ]
  return spawn(process.execPath, run, {
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 2, 2, 'ipc'],
  })
}

export async function endProcess(child: ChildProcess): Promise<void> {
  if (ended(child)) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

/** Resolves when `url` answers 2xx. Throws when the process ends before, or after a minute. */
export async function untilReady(child: ChildProcess, url: string): Promise<void> {
  for (const limit = performance.now() + 60_000; ; await sleep(50)) {
    if (ended(child)) throw new Error(`${child.spawnargs.join(' ')} ended at once`)
    if (performance.now() > limit) throw new Error(`${url} does not answer`)
    const up = await fetch(url).then(
      (r) => r.ok,
      () => false,
    )
    if (up) return
  }
}

/** CPU seconds that a process has used so far (Linux). */
export async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  // the name in parentheses may hold spaces; fields 14 and 15 are user and system time
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

/**
 * Resolves when a process has rested for two seconds, or after two minutes: what filling a store leaves to be merged in
 * the background is no part of what is measured after it.
 */
export async function untilAtRest(pid: number): Promise<void> {
  let before = await cpuSeconds(pid)
  let restedSeconds = 0
  for (let i = 0; i < 120 && restedSeconds < 2; i++) {
    await sleep(1_000)
    const now = await cpuSeconds(pid)
    restedSeconds = now - before < 0.05 ? restedSeconds + 1 : 0
    before = now
  }
}

/** Resident memory of a process in MB (Linux). */
export async function rssMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024)
}
